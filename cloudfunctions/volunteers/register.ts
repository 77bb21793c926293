import { ageOn } from '@/domain/residents/age'
import { guardedUntil } from '@/domain/residents/acting'
import {
  consentsOf,
  isMinor,
  livesAt,
  offersOf,
  registerRefusal,
  tidied,
  type Registrar,
} from '@/domain/volunteers/registration'
import type { ConsentPurpose } from '@/types/residents'
import { volunteers, type Registration } from '@/types/volunteers'
import { dayOf, type Instant } from '@/types/shared/day'
import { refuseBadWords } from '../media/words'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import type { Facts, Passport } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { consentId, type Agreement } from '../residents/agreements'
import { completeRegistration, withTap } from './registration'
import { standingOf } from './standing'
import {
  registrationsOf,
  volunteerId,
  volunteerNow,
  volunteerRecords,
  type VolunteerDoc,
} from './store'

export const register = procedure(volunteers, 'register', {
  async run({ centre, openid, caller, subject, input, at }) {
    const { key, registration, adult, policy, said = null } = input
    const today = dayOf(at)
    const store = volunteerRecords.of(centre)
    const id = volunteerId(centre, subject.id)
    const by = registrarOf(caller, subject, said, at)
    await decide(async () => {
      const known = await registrationsOf(centre, subject)
      if (known.some(({ keys }) => keys.includes(key))) return
      const own = known.find(({ _id }) => _id === id) ?? null
      const now = known.find(({ ended }) => ended === null) ?? null
      const saidAdult = adult || (now?.adult ?? false)
      const minor = isMinor(subject.birthDate, saidAdult, today)
      const refusal = registerRefusal(registration, now, minor, by)
      if (refusal) return fail(refusal)
      if (registration.wishes !== '' && registration.wishes !== now?.wishes)
        await refuseBadWords(openid, [registration.wishes])

      const given = tidied(registration)
      const { consents, give, withdraw } = agreements(centre, subject, given, minor === true, {
        now,
        version: by.who === 'staff' ? (said ?? policy) : policy,
        givenBy: minor === true ? caller.person.id : subject.id,
        at,
        key,
      })
      const next = {
        ...given,
        person: subject.id,
        path: subject.path,
        offers: offersOf(subject.path, given.skills),
        livesAt: livesAt(subject.path, id),
        since: now?.since ?? today,
        ended: null,
        adult: saidAdult,
        owes: true,
        keys: withTap(own?.keys ?? [], key),
      }
      const owed = {
        give: [...(own?.owed.give ?? []), ...give],
        withdraw: [...(own?.owed.withdraw ?? []), ...withdraw],
      }
      const saved = own
        ? await store.change(
            id,
            {
              ...next,
              consents: command.set(consents),
              owed: command.set(owed),
              rev: command.inc(1),
            },
            { rev: own.rev },
          )
        : await store.insert({ _id: id, centre, v: 1, ...next, consents, owed, rev: 1 })
      return saved ? undefined : again
    })
    await completeRegistration(centre, id, at)
    return standingOf(centre, subject, found(await volunteerNow(centre, subject)))
  },
})

/** Who registers somebody. A parent or grandparent is a guardian, and so is whoever was given leave for a small child. */
const registrarOf = (
  caller: Passport,
  subject: Facts,
  said: 'spoken' | 'signedForm' | null,
  at: Instant,
): Registrar => {
  if (subject.id === caller.person.id) return { who: 'self' }
  const dependant = caller.dependants[subject.id]
  if (!dependant) return { who: 'staff', said }
  const { relation, birthDate } = dependant
  const small = birthDate !== null && ageOn(birthDate, dayOf(at)) < guardedUntil
  return { who: 'actor', guardian: small || relation === 'child' || relation === 'grandchild' }
}

/** Consents that stand on, those to be written anew, and those to be taken back. */
const agreements = (
  centre: string,
  { id: person }: Facts,
  given: Registration,
  minor: boolean,
  {
    now,
    ...said
  }: Pick<Agreement, 'version' | 'givenBy' | 'at' | 'key'> & {
    now: VolunteerDoc | null
  },
): { consents: VolunteerDoc['consents']; give: Agreement[]; withdraw: string[] } => {
  const before = now?.consents ?? {}
  const purposes = consentsOf(given, minor)
  const give = purposes
    .filter((purpose) => before[purpose] === undefined)
    .map((purpose): Agreement => ({ person, purpose, ...said }))
  const consents: Partial<Record<ConsentPurpose, string>> = {}
  for (const purpose of purposes)
    consents[purpose] = before[purpose] ?? consentId(centre, { person, purpose, key: said.key })
  const kept = Object.values(consents)
  return {
    consents,
    give,
    withdraw: Object.values(before).filter((consent) => !kept.includes(consent)),
  }
}
