import { feedback } from '@/types/feedback'
import { holds, nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { isMine, isOwnMatter, listedSealed } from './sealedFor'
import { isSealed } from './sealedDue'
import { cases } from './store'

const { roles } = feedback.procedures.sealedCases.may

const fields = {
  number: true,
  at: true,
  due: true,
  stage: true,
  sealing: true,
  aboutStaff: true,
  sealedAuthor: true,
} as const

/** Sealed cases of the caller's places: those that wait longest first, and of each only that it is there. */
export const sealedCases = procedure(feedback, 'sealedCases', {
  place: () => anywhere,

  async run({ centre, caller, input: { view, after }, at }) {
    const ids = idsOf(caller.person)
    const stage = view === 'mine' ? 'active' : view
    const { documents, next } = await cases.of(centre).page({
      where:
        view === 'mine'
          ? ids.map((mediator) => ({ 'sealing.mediator': mediator, stage }))
          : nodesOf(caller, roles, at).map((path) => ({ 'sealing.path': path, stage })),
      by: stage === 'active' ? ['due', 'asc'] : ['at', 'desc'],
      after,
      fields,
    })
    const items = documents.filter(isSealed).flatMap((one) => {
      if (ids.some((id) => id === one.aboutStaff)) return []
      const mediates = holds(caller, ['mediator'], one.sealing.path, at)
      const free = one.sealing.mediator === null && one.stage === 'active'
      const own = isOwnMatter(one, ids)
      return [
        listedSealed(one, { mine: isMine(one, caller), mayTake: free && mediates && !own }, at),
      ]
    })
    return { items, next }
  },
})
