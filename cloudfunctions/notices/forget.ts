import { addDays, dayOf, instantOf } from '@/types/shared/day'
import { command } from '../kit/cloud'
import type { JobRun } from '../kit/jobs'
import { removeSome } from '../kit/removal'
import { outbox } from './store'

/** Messages are kept for two years. */
const keptDays = 2 * 365

export const forget = ({ centre, at }: JobRun) =>
  removeSome(outbox.of(centre), {
    at: command.lt(instantOf(addDays(dayOf(at), -keptDays))),
  })
