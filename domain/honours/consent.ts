import { ageOn } from '@/domain/residents/age'
import type { Facts } from '@/domain/residents/facts'
import type { Day } from '@/types/shared/day'

/** From this age on somebody may be named in public. */
const adult = 18

/** Whether somebody is known to be no adult yet. */
export const isMinor = ({ birthDate }: Pick<Facts, 'birthDate'>, today: Day): boolean =>
  birthDate !== null && ageOn(birthDate, today) < adult

/** What a volunteer said when registering, as far as being named in public goes. */
export interface Agreed {
  /** Without a birth date it is only ever true of who said they are 18 or older. */
  honours: boolean
  ended: Day | null
}

/** Why somebody is not named on the wall or in the ranking today, or null. */
export const namingRefusal = (
  facts: Pick<Facts, 'birthDate'>,
  agreed: Agreed | null,
  today: Day,
): 'AdultsOnly' | 'NoConsent' | null => {
  if (isMinor(facts, today)) return 'AdultsOnly'
  return agreed?.honours && agreed.ended === null ? null : 'NoConsent'
}
