import { residents } from '@/types/residents'
import { volunteers, type Registration } from '@/types/volunteers'
import type { Input } from '@/types/shared/contract'
import type { TestCloud } from '../support/cloud'
import { as, policy } from '../support/people'

/** Somebody who repairs appliances and agreed to nothing yet. */
export const said = (changes: Partial<Registration> = {}): Registration => ({
  skills: ['appliances'],
  wishes: '',
  free: [{ weekday: 6, part: 'morning' }],
  listed: false,
  contact: false,
  honours: false,
  ...changes,
})

type Registering = Partial<
  Omit<Input<(typeof volunteers)['procedures']['register']>, 'registration'>
>

/** Registers the caller, or whom `more` names, who says to be 18 or over unless told otherwise. */
export const register = (
  cloud: TestCloud,
  openid: string,
  changes: Partial<Registration> = {},
  more: Registering = {},
) =>
  as(
    cloud,
    volunteers,
    openid,
  )('register', { registration: said(changes), adult: true, policy, ...more })

/** The child of somebody, born on a day. */
export const childOf = async (
  cloud: TestCloud,
  openid: string,
  name: string,
  birthDate: string,
): Promise<string> =>
  (
    await as(
      cloud,
      residents,
      openid,
    )('addDependant', { name, relation: 'child', birthDate, consent: 'guardian' })
  ).id
