import { dayMs } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { displays } from '../kit/display'
import type { JobRun } from '../kit/jobs'
import { removeSome } from '../kit/removal'

/** A revoked link opens nothing; for a month somebody may still ask what it was. */
const keptMs = 30 * dayMs

export const forgetDisplays = ({ centre, at }: JobRun) =>
  removeSome(displays.of(centre), {
    revokedAt: command.gt(0).and(command.lt(at - keptMs)),
  })
