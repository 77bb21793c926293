import { addMonths, dayOf, instantOf, monthOf } from '@/types/shared/day'
import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import type { Job } from '../kit/jobs'
import { reveals } from './store'

const monthsKept = 36

/** Who was shown a number is kept for three years. */
export const forgetReveals: Job['run'] = async ({ centre, at }) => {
  const first = addMonths(monthOf(dayOf(at)), -monthsKept)
  const handled = await repeat(() =>
    reveals.of(centre).removeAll({ at: command.lt(instantOf(`${first}-01`)) }),
  )
  return { handled, cursor: null }
}
