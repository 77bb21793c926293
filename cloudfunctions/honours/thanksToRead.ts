import { honours as contract } from '@/types/honours'
import { dayOf } from '@/types/shared/day'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { noteForStaff } from './notes'
import { thanksNotes } from './store'
import { standing } from './wall'

const { roles } = contract.procedures.thanksToRead.may

export const thanksToRead = procedure(contract, 'thanksToRead', {
  place: () => anywhere,

  async run({ centre, caller, input: { after }, at }) {
    const { documents, next } = await thanksNotes.of(centre).page({
      where: nodesOf(caller, roles, at).map((path) => ({ path, state: 'waiting' })),
      by: ['at', 'asc'],
      after,
    })
    const thanked = [...new Set(documents.map(({ to }) => to))]
    const there = await standing(centre, thanked, dayOf(at))
    const mine: readonly string[] = idsOf(caller.person)
    return {
      items: documents.map((note) => ({
        ...noteForStaff(note),
        checked: note.checked,
        wall: there.get(note.to) ?? ('notAgreed' as const),
        mayAnswer: !mine.includes(note.to) && !mine.includes(note.from),
      })),
      next,
    }
  },
})
