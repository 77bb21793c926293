import { decideCorrect, withoutContent } from '@/domain/feedback/correcting'
import { firstLevel } from '@/domain/feedback/flow'
import { feedback } from '@/types/feedback'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { nodes } from '../residents/store'
import { postAt } from './deadlines'
import { flowsInForce } from './flows'
import { hiddenOf } from './receive'
import { forStaffOf } from './shown'
import { forWork, ofCase, worked } from './staffCase'
import { sealedContents } from './store'
import { workerOf } from './titles'

export const correct = procedure(feedback, 'correct', {
  ...ofCase,

  async run({ centre, caller, loaded, input, at }) {
    const known = forWork(loaded, caller)
    const { key, rev, category, place, words } = input
    const flow = category === undefined ? null : await flowInForce(centre, category, at)
    const node = place ? found(await nodes.of(centre).get(place.node)) : null
    const goesBy = flow ?? known.flow ?? fail('NotNow')
    const path = node?.path ?? known.path
    const level = flow || node ? firstLevel(goesBy, known.aboutStaff !== null) : known.level
    const first = await postAt({ ...known, path }, goesBy, level, at)
    const post = goesBy.sealed ? { ...first, owner: null, ownerName: null } : first
    const moved = node && { path: node.path, placeName: node.label, spot: node._id }
    if (goesBy.sealed) {
      const { _id, reporter, text, caller: from, photos, voice, steps } = known
      // Written before it goes from here, and again when somebody else was first: a mediator finds all of it.
      await sealedContents.of(centre).replace({
        ...{ _id, centre, v: 1, case: _id, reporter, text, photos, voice, steps },
        ...{ place: known.place, caller: from },
      })
    }
    const after = await worked(known, at, (now) => {
      const by = workerOf(caller, now, at)
      const decided = decideCorrect(now, by, { key, rev, at }, { flow, place: moved, words }, post)
      return goesBy.sealed && decided.outcome === 'step'
        ? {
            ...decided,
            step: withoutContent(decided.step, { ...hiddenOf(path), sealed: true, sentAs: null }),
          }
        : decided
    })
    return after.sealed ? null : forStaffOf(after, caller, at)
  },
})

const flowInForce = async (centre: string, category: string, at: number) =>
  (await flowsInForce(centre, at)).find((one) => one.category === category && !one.retired) ??
  fail('NotFound')
