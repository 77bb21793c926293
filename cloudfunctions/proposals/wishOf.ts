import { fail, found } from '../kit/failure'
import type { Facts } from '../kit/passport'
import { idsOf } from '../kit/subject'
import type { WishDoc } from './store'

/** A wish of this person; of somebody else's that nobody published, nobody learns that it is there. */
export const wishOf = (wish: WishDoc | null, subject: Facts): WishDoc => {
  const known = found(wish)
  return idsOf(subject).includes(known.person) ? known : fail('NotFound')
}

/** A wish that others see, or that this person has claimed. */
export const claimable = (wish: WishDoc | null, subject: Facts): WishDoc => {
  const known = found(wish)
  return known.listed !== null || idsOf(subject).includes(known.claimer ?? '')
    ? known
    : fail('NotFound')
}

/** They do it, or claimed it for somebody: another says that it came true. */
export const didIt = ({ claim }: WishDoc, person: Facts): boolean =>
  claim !== null && idsOf(person).some((id) => id === claim.person || id === claim.by)
