import { stepBetween, withClaims } from '@/domain/haircuts/session'
import { addDays, dayOf, instantOf, type Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { forEachDocument } from '../kit/each'
import type { JobRun } from '../kit/jobs'
import { removeSome } from '../kit/removal'
import { take } from '../kit/step'
import { haircutSessions, haircutVisits, whole } from './store'

/** Who had their hair cut is kept for a year, as who was at an activity is. */
const keptDays = 366

const longAgo = (at: Instant): Instant => instantOf(addDays(dayOf(at), -keptDays))

/** Takes the names out of old sessions; how many were cut stays. */
export const forgetNames = (run: JobRun) =>
  forEachDocument(
    'haircuts.forgetNames',
    haircutSessions,
    run,
    { where: { forgotten: false, endsAt: command.lt(longAgo(run.at)) } },
    (document) => {
      const before = whole(document)
      const nameless = withClaims(
        before,
        Object.fromEntries(
          Object.entries(before.claims).map(([who, claim]) => [
            who,
            { ...claim, name: '', birthDate: null, byName: claim.byName && '' },
          ]),
        ),
      )
      const after = { ...before, ...nameless, forgotten: true }
      return take(haircutSessions.of(run.centre), before._id, stepBetween(before, after)!)
    },
  )

/** Visits that are over. */
export const forgetVisits = ({ centre, at }: JobRun) =>
  removeSome(haircutVisits.of(centre), {
    state: command.in(['done', 'cancelled']),
    at: command.lt(longAgo(at)),
  })
