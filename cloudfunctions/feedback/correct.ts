import { decideCorrect } from '@/domain/feedback/correcting'
import { levelAfter } from '@/domain/feedback/flow'
import { feedback } from '@/types/feedback'
import { fail, found } from '../kit/failure'
import { holds } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { nodes } from '../residents/store'
import { workerRoles } from './colleagues'
import { postAt } from './deadlines'
import { flowsInForce } from './flows'
import { gridNameOf } from './grids'
import { sealContent } from './sealing'
import { forStaffOf } from './shown'
import { forWork, judged, ofCase } from './staffCase'
import type { CaseDoc } from './store'
import { workerOf } from './titles'
import { worked } from './worked'

export const correct = procedure(feedback, 'correct', {
  ...ofCase,

  async run({ centre, caller, loaded, input, at }) {
    const known = forWork(loaded, caller)
    const { key, rev, category, place, words } = input
    const flow = category === undefined ? null : await flowInForce(centre, category, at)
    const node = place ? found(await nodes.of(centre).get(place.node)) : null
    const goesBy = flow ?? known.flow ?? fail('NotNow')
    const path = node?.path ?? known.path
    const { leads } = workerOf(caller, known, at)
    if (!leads && path[1] !== known.path[1]) return fail('NotYourPlace')
    const aboutStaff = known.aboutStaff !== null
    const level = flow || node ? levelAfter({ ...known, aboutStaff }, goesBy) : known.level
    const first = await postAt({ ...known, path }, goesBy, level, at)
    const post = goesBy.sealed ? { ...first, owner: null, ownerName: null } : first
    const moved = node && {
      ...{ path: node.path, placeName: node.label, spot: node._id },
      gridName: await gridNameOf(node),
    }
    const decideOn = (now: CaseDoc) => {
      const by = workerOf(caller, now, at)
      return decideCorrect(now, by, { key, rev, at }, { flow, place: moved, words }, post)
    }
    const kept = await judged(known, caller, decideOn(known), at)
    const after = await worked(known, at, async (now) => {
      const decided = decideOn(now)
      if (!goesBy.sealed || decided.outcome !== 'step') return kept(decided)
      const step = await sealContent({ ...now, ...moved, level }, decided.step, at)
      // What it was called as it was sent would tell where it is.
      const set = { ...step.change.set, sentAs: null }
      return { outcome: 'step', step: { ...step, change: { ...step.change, set } } }
    })
    const reads = !after.sealed && holds(caller, workerRoles, after.path, at)
    return reads ? forStaffOf(after, caller, at) : null
  },
})

const flowInForce = async (centre: string, category: string, at: number) =>
  (await flowsInForce(centre, at)).find((one) => one.category === category && !one.retired) ??
  fail('NotFound')
