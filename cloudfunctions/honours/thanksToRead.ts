import { honours as contract } from '@/types/honours'
import { dayOf } from '@/types/shared/day'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { namedToday } from './named'
import { noteForStaff } from './notes'
import { thanksNotes } from './store'

const { roles } = contract.procedures.thanksToRead.may

export const thanksToRead = procedure(contract, 'thanksToRead', {
  place: () => anywhere,

  async run({ centre, caller, input: { after }, at }) {
    const { documents, next } = await thanksNotes.of(centre).page({
      where: nodesOf(caller, roles, at).map((path) => ({ path, state: 'waiting' })),
      by: ['at', 'asc'],
      after,
    })
    const named = await namedToday(centre, [...new Set(documents.map(({ to }) => to))], dayOf(at))
    const mine: readonly string[] = idsOf(caller.person)
    return {
      items: documents.map((note) => ({
        ...noteForStaff(note),
        checked: note.checked,
        mayBeOnWall: named.has(note.to),
        mayAnswer: !mine.includes(note.to) && !mine.includes(note.from),
      })),
      next,
    }
  },
})
