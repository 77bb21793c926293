import { decideMerge } from '@/domain/feedback/merging'
import { holds } from '../kit/passport'
import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { workerRoles } from './colleagues'
import { ringByOf } from './owner'
import { acted, ofCase } from './staffCase'
import { cases } from './store'

export const merge = procedure(feedback, 'merge', {
  ...ofCase,

  async run(running) {
    const { centre, caller, loaded, input, at } = running
    const other = await cases.of(centre).get(input.into)
    const target = other && holds(caller, workerRoles, other.path, at) ? other : null
    const ringBy = await ringByOf(loaded, at)
    return acted(running, (now, by, tap) => decideMerge(now, by, tap, target, ringBy))
  },
})
