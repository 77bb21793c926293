import { dayOf } from '@/types/shared/day'
import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import type { Job } from '../kit/jobs'
import { tries } from './store'

/** Counts of guesses are of one day. */
export const forgetTries: Job['run'] = async ({ centre, at }) => ({
  handled: await repeat(() => tries.of(centre).removeAll({ day: command.lt(dayOf(at)) })),
  cursor: null,
})
