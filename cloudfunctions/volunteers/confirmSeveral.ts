import { isSecond } from '@/domain/volunteers/hours'
import type { Instant } from '@/types/shared/day'
import { Failure } from '../kit/failure'
import type { Passport } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { decideEntry } from './decideEntry'
import { hoursEntries, mostEntries } from './store'

/** As many as one call has time for; the next tap confirms the others. */
const mostAtOnce = 20

const passedOver = ['AlreadyDecided', 'MinutesChanged']

/**
 * A second person confirms the hours of a shift that follow from coming and going, where nothing is flagged; whatever
 * needs a look is left to be confirmed by itself. Resolves with how many are confirmed by this tap, also when it is repeated.
 */
export const confirmSeveral = async (
  centre: string,
  caller: Passport,
  { shift, key, at }: { shift: string; key: string; at: Instant },
): Promise<{ confirmed: number }> => {
  const entries = await hoursEntries.of(centre).find({ where: { shift }, limit: mostEntries })
  const clear = entries.filter(
    (entry) =>
      entry.minutes > 0 &&
      isSecond(idsOf(caller.person), entry) &&
      (entry.state === 'proposed' ? entry.seen?.flags.length === 0 : entry.decidedBy === key),
  )
  let confirmed = 0
  for (const { _id: entry, minutes } of clear.slice(0, mostAtOnce)) {
    try {
      const said = { entry, verdict: 'confirmed', because: null, minutes, key, at } as const
      await decideEntry(centre, caller, said)
      confirmed += 1
    } catch (error) {
      // Somebody else was faster, or it follows a late scan and has to be looked at.
      if (!(error instanceof Failure && passedOver.includes(error.code))) throw error
    }
  }
  return { confirmed }
}
