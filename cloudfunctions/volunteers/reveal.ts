import { isMinor } from '@/domain/volunteers/registration'
import { dayOf, type Instant } from '@/types/shared/day'
import { fail } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { consents, type PersonDoc } from '../residents/store'
import { reveals, volunteerNow } from './store'

interface Look {
  openid: string
  key: string
  by: string
  because: string
  at: Instant
}

/** The number of an adult who agreed to it; who looked and why is written down first. `NoConsent` for others. */
export const reveal = async (
  { centre, facts, phone }: PersonDoc,
  { openid, key, ...look }: Look,
): Promise<{ name: string; phone: string | null }> => {
  const volunteer = await volunteerNow(centre, facts)
  const consent = volunteer?.contact ? volunteer.consents.showContact : undefined
  // The record of the consent decides: what copies it may be a moment behind.
  const given = consent === undefined ? null : await consents.of(centre).get(consent)
  const adult = isMinor(facts.birthDate, volunteer?.adult ?? false, dayOf(look.at)) === false
  if (!given || given.withdrawnAt !== null || !adult) return fail('NoConsent')
  await reveals.of(centre).insert({
    _id: hiddenId(centre, 'vc', openid, key),
    centre,
    v: 1,
    person: facts.id,
    ...look,
  })
  return { name: facts.name, phone }
}
