import type { Facts } from '@/domain/residents/facts'
import { isMinor } from '@/domain/volunteers/registration'
import type { Day } from '@/types/shared/day'

/** What a volunteer said when registering, as far as being named in public goes. */
export interface Agreed {
  honours: boolean
  ended: Day | null
  /** They said that they are 18 or over. */
  adult: boolean
}

/** Why somebody is not named on the wall or in the ranking today, or null. */
export const namingRefusal = (
  { birthDate }: Pick<Facts, 'birthDate'>,
  agreed: Agreed | null,
  today: Day,
): 'AdultsOnly' | 'NoConsent' | null => {
  if (!agreed?.honours || agreed.ended !== null)
    return isMinor(birthDate, true, today) ? 'AdultsOnly' : 'NoConsent'
  return isMinor(birthDate, agreed.adult, today) === false ? null : 'AdultsOnly'
}
