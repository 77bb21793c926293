import { isDeepStrictEqual } from 'node:util'
import type { VolunteerFacts } from '@/domain/residents/facts'
import { choiceOf, isMinor } from '@/domain/volunteers/registration'
import { dayMs, dayOf, type Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import type { Facts } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { leaveErrands } from '../errands/leave'
import { tell } from '../notices/outbox'
import { recordConsent, withdraw } from '../residents/agreements'
import { changePerson, copyToPassports } from '../residents/records'
import { personNow, type ConsentDoc, type PersonDoc } from '../residents/store'
import { leaveShifts } from './leaveShifts'
import { leaveTeams } from './leaveTeams'
import { registrationsOf, volunteerRecords, type VolunteerDoc } from './store'

const tapsKept = 10

/** The last taps, this one among them. */
export const withTap = (keys: readonly string[], key: string): string[] =>
  [...keys, key].slice(-tapsKept)

/** What is left of a registration that ended: nobody finds it, and nothing is agreed to any more. */
const over = (at: Instant) => ({
  ended: dayOf(at),
  offers: [],
  listed: false,
  contact: false,
  honours: false,
  consents: command.set({}),
})

/**
 * Does all that a registration still owes: consents get their records, the person's facts and passports say what was
 * registered, and whoever gave it up leaves shifts, errands and teams. Safe to repeat and to cut off. Whoever finds that somebody
 * was faster does it all again: of two who write the facts at once, the last has read the newest.
 */
export const completeRegistration = (centre: string, id: string, at: Instant): Promise<void> =>
  decide(async (round) => {
    const volunteer = await volunteerRecords.of(centre).get(id)
    if (!volunteer || (round === 0 && !volunteer.owes)) return
    const { owed, keys, rev } = volunteer
    for (const agreement of owed.give) await recordConsent(centre, agreement)
    await withdraw(centre, owed.withdraw, at)
    const person = await personNow(centre, volunteer.person)
    if (person) {
      const { now, changed } = await settle(centre, person, at)
      // The record may say it already, and a crash have come before its copies.
      if (!changed) await copyToPassports(centre, person)
      if (!now) {
        const key = keys.at(-1) ?? id
        await leaveShifts(centre, idsOf(person.facts), { key, because: notAnyMore, at })
        await leaveErrands(centre, idsOf(person.facts), { key, at })
        await leaveTeams(centre, idsOf(person.facts), key)
      }
    }
    const struckOff = await volunteerRecords.of(centre).change(
      id,
      {
        owes: false,
        owed: command.set({ give: [], withdraw: [] }),
        rev: command.inc(1),
      },
      { rev },
    )
    return struckOff ? undefined : again
  })

/** What whoever runs a shift reads. */
const notAnyMore = '不再做志愿者了'

/**
 * One registration speaks for a person, also when their records were merged, and the facts say what it says. That
 * registration, or null, and whether the facts had to be changed.
 */
export const settle = async (
  centre: string,
  person: PersonDoc,
  at: Instant,
): Promise<{ now: VolunteerDoc | null; changed: boolean }> => {
  const [now = null, ...doubles] = (await registrationsOf(centre, person.facts)).filter(
    ({ ended }) => ended === null,
  )
  for (const double of doubles) await retire(double, now, at)
  const facts: VolunteerFacts | undefined = now
    ? { since: now.since, skills: now.skills }
    : undefined
  const changed = !isDeepStrictEqual(person.facts.volunteer, facts)
  if (changed)
    await changePerson(centre, person, (record) => {
      const { volunteer: _before, ...others } = record.facts
      return { ...record, facts: { ...others, ...(facts && { volunteer: facts }) } }
    })
  return { now, changed }
}

/** Of two registrations of one person the later record gives way, with the consents that only it stood on. */
const retire = async (
  { _id, centre, consents, rev }: VolunteerDoc,
  now: VolunteerDoc | null,
  at: Instant,
): Promise<void> => {
  const kept = Object.values(now?.consents ?? {})
  await withdraw(
    centre,
    Object.values(consents).filter((consent) => !kept.includes(consent)),
    at,
  )
  await volunteerRecords.of(centre).change(_id, { ...over(at), rev: command.inc(1) }, { rev })
}

/** Ends what somebody registered. False when they were no volunteer, by whichever tap. */
export const endRegistration = async (
  centre: string,
  person: Pick<Facts, 'id' | 'former'>,
  key: string,
  at: Instant,
): Promise<boolean> => {
  const ended = await decide(async () => {
    const known = await registrationsOf(centre, person)
    // A late duplicate does not end what was registered anew.
    const standing = known.filter(({ ended, keys }) => ended === null && !keys.includes(key))
    if (standing.length === 0) return known.filter(({ keys }) => keys.includes(key))
    const done = await Promise.all(
      standing.map(({ _id, rev, owed, consents, keys }) =>
        volunteerRecords.of(centre).change(
          _id,
          {
            ...over(at),
            owed: command.set({
              give: owed.give,
              withdraw: [...owed.withdraw, ...Object.values(consents)],
            }),
            owes: true,
            keys: withTap(keys, key),
            rev: command.inc(1),
          },
          { rev },
        ),
      ),
    )
    return done.every(Boolean) ? standing : again
  })
  for (const { _id } of ended) await completeRegistration(centre, _id, at)
  return ended.length > 0
}

/** Long enough for a guardian to come to the desk. */
const guardianMs = 30 * dayMs

/**
 * Ends what somebody registered by themselves of whom it turns out that they are under age, and tells them: the guardian
 * registers them, or they do when they are 18.
 */
export const endUnguarded = async (
  centre: string,
  person: PersonDoc,
  at: Instant,
): Promise<void> => {
  const { volunteer, birthDate } = person.facts
  if (!volunteer || isMinor(birthDate, true, dayOf(at)) !== true) return
  const known = (await registrationsOf(centre, person.facts)).filter(({ ended }) => ended === null)
  const [now] = known
  if (!now || known.some(({ consents }) => consents.volunteerMinor !== undefined)) return
  const key = `minor-${now.rev}`
  // Told first: whoever is cut off between the two does both again the next night, under the same key.
  await tell(centre, [
    {
      event: 'volunteerNeedsGuardian',
      person: person.facts,
      thing: null,
      key,
      data: {},
      due: at + guardianMs,
    },
  ])
  await endRegistration(centre, person.facts, key, at)
}

/**
 * Follows a consent that was taken back where all consents are shown: what stood on it ends at once; without the
 * guardian's, the whole registration.
 */
export const followConsent = async (
  centre: string,
  person: PersonDoc,
  { _id: consent, purpose }: ConsentDoc,
  at: Instant,
): Promise<void> => {
  const standsOnIt = async () =>
    (await registrationsOf(centre, person.facts)).filter(
      ({ consents }) => consents[purpose] === consent,
    )
  const choice = choiceOf(purpose)
  if (choice === null) {
    if ((await standsOnIt()).length > 0) await endRegistration(centre, person.facts, consent, at)
    return
  }
  await decide(async () => {
    const standing = await standsOnIt()
    const done = await Promise.all(
      standing.map(({ _id, rev }) =>
        volunteerRecords.of(centre).change(
          _id,
          {
            [choice]: false,
            [`consents.${purpose}`]: command.remove(),
            rev: command.inc(1),
          },
          { rev },
        ),
      ),
    )
    return done.every(Boolean) ? undefined : again
  })
}
