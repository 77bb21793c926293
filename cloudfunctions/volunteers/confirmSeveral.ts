import { isSecond } from '@/domain/volunteers/hours'
import type { Instant } from '@/types/shared/day'
import { now } from '../kit/clock'
import { Failure } from '../kit/failure'
import type { Passport } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { decideEntry } from './decideEntry'
import { hoursEntries, mostEntries } from './store'

/** So many at once: a group takes as long as one. */
const atOnce = 10

/** No further group is begun after this; a call has 20 seconds. */
const mostMs = 10_000

const passedOver = ['AlreadyDecided', 'MinutesChanged']

/**
 * A second person confirms the hours of a shift that follow from coming and going, where nothing is flagged; whatever
 * needs a look is left to be confirmed by itself. As many as there is time for: the next tap confirms the others.
 * Resolves with how many are confirmed by this tap, also when it is repeated.
 */
export const confirmSeveral = async (
  centre: string,
  caller: Passport,
  { shift, key, at }: { shift: string; key: string; at: Instant },
): Promise<{ confirmed: number }> => {
  const entries = await hoursEntries.of(centre).find({ where: { shift }, limit: mostEntries })
  const clear = entries.filter(
    (entry) =>
      entry.state === 'proposed' &&
      entry.seen?.flags.length === 0 &&
      isSecond(idsOf(caller.person), entry),
  )
  const confirm = ({ _id: entry, minutes }: { _id: string; minutes: number }) =>
    decideEntry(centre, caller, { entry, verdict: 'confirmed', because: null, minutes, key, at })
  let confirmed = entries.filter((entry) => entry.decidedBy === key).length
  for (let from = 0; from < clear.length && now() - at < mostMs; from += atOnce) {
    const answers = await Promise.allSettled(clear.slice(from, from + atOnce).map(confirm))
    for (const answer of answers) {
      if (answer.status === 'fulfilled') confirmed += 1
      // Somebody else was faster, or it follows a late scan and has to be looked at.
      else if (!(answer.reason instanceof Failure && passedOver.includes(answer.reason.code)))
        throw answer.reason
    }
  }
  return { confirmed }
}
