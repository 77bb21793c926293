import { decideClaim, mostClaims } from '@/domain/proposals/wish'
import { inForce } from '@/domain/residents/facts'
import { isMinor } from '@/domain/volunteers/registration'
import { proposals as contract } from '@/types/proposals'
import { dayOf, type Instant } from '@/types/shared/day'
import { fail } from '../kit/failure'
import type { Facts, Passport } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { mayGuess } from '../residents/guesses'
import { refuseBadWords } from '../media/words'
import { changeWish } from './follow'
import { withFreeHand } from './hands'
import { familyOf, myWish } from './showWish'
import { wishes, type WishDoc } from './store'
import { claimable } from './wishOf'

/** I make it come true. Whoever taps in the same moment, one has it. */
export const claimWish = procedure(contract, 'claimWish', {
  load: ({ centre, input }) => wishes.of(centre).get(input.wish),

  async run({ centre, openid, caller, subject, loaded, input: { key, unit = null }, at }) {
    const known = claimable(loaded, subject)
    const ids = idsOf(subject)
    const own = [...familyOf(caller), ...ids].includes(known.person)
    if (own || (subject.household !== null && subject.household === known.household))
      return fail('OwnWish')
    const looking = { caller, subject }
    const claim = () =>
      changeWish(
        known,
        (now) =>
          decideClaim(
            now,
            { id: subject.id, name: subject.name, ids, unit },
            { key, at, by: caller.person.id },
          ),
        at,
      )
    if (known.keys.includes(key) || ids.includes(known.claimer ?? ''))
      return myWish(await claim(), looking)
    refuseStranger({ caller, subject, unit, at }, known)
    if (known.claim !== null) return fail('Taken')
    if (unit !== null) await refuseBadWords(openid, [unit])
    // Each round of claiming and giving back tells the wisher something.
    if (!(await mayGuess(centre, `claim:${subject.id}`, key, dayOf(at), mostClaims)))
      return fail('TooManyToday', { most: mostClaims })
    return myWish(await withFreeHand({ centre, ids, wish: known._id, at }, claim), looking)
  },
})

/** Who goes to somebody who made a wish is of age and known: verified, a volunteer, or of a partner unit. */
const refuseStranger = (
  {
    caller,
    subject,
    unit,
    at,
  }: { caller: Passport; subject: Facts; unit: string | null; at: Instant },
  { path }: WishDoc,
): void => {
  const today = dayOf(at)
  // A partner of another community is a stranger here.
  const partner =
    subject.id === caller.person.id &&
    caller.roles.some(
      (grant) => grant.role === 'partner' && path.includes(grant.node) && inForce(grant, at),
    )
  if (unit !== null && !partner) fail('NotAPartner')
  if (isMinor(subject.birthDate, subject.volunteer !== undefined, today) !== false)
    fail('AdultsOnly')
  const verified = subject.verifiedUntil !== null && subject.verifiedUntil >= today
  if (!partner && !verified && subject.volunteer === undefined) fail('NotTrusted')
}
