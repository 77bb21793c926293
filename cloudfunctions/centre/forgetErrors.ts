import { dayMs } from '@/types/shared/day'
import { command } from '../kit/cloud'
import type { JobRun } from '../kit/jobs'
import { removeSome } from '../kit/removal'
import { errorReports } from './store'

/** A fault is mended or forgotten within a month. */
const keptMs = 30 * dayMs

export const forgetErrors = ({ centre, at }: JobRun) =>
  removeSome(errorReports.of(centre), { at: command.lt(at - keptMs) })
