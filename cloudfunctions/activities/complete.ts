import { balanceStep } from '@/domain/activities/balance'
import {
  counts,
  recordVersion,
  type Claim,
  type ClaimState,
  type Owed,
} from '@/domain/activities/places'
import type { RegistrationState } from '@/types/activities'
import type { NoticeEvent } from '@/types/notices'
import type { Instant } from '@/types/shared/day'
import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { OutcomeUnknown } from '../kit/failure'
import { removeFiles } from '../kit/files'
import { take } from '../kit/step'
import { tell, type Telling } from '../notices/outbox'
import { recordOf, keep } from './record'
import {
  activityRecords,
  places,
  registrations,
  registrationId,
  wholeSeating,
  type Places,
} from './store'
import { telling } from './told'

/**
 * Writes all that an activity still owes: counts that a crash left wrong, seats for the line, records and notices of
 * claims, the record of an edit, a withdrawal for everybody. Safe to repeat and to cut off: what is owed is struck off
 * only when it is written and nothing changed meanwhile.
 */
export const complete = async (centre: string, activity: string, at: Instant): Promise<void> => {
  let place = await wholeSeating(centre, activity)
  if (!place) return
  const step = balanceStep(place, at)
  if (step) {
    await attempt(() => take(places.of(centre), activity, step))
    place = await wholeSeating(centre, activity)
  }
  if (!place?.owes) return
  await writeEdit(place, at)
  await writeCancelled(place, at)
  await writeClaims(place, at)
  await writeWithdrawal(place, at)
  const paid = place
  await attempt(() => strikeOff(paid))
}

/** A missed guard or a lost reply is left to the next sweep, which begins by reading. */
const attempt = async (change: () => Promise<boolean>): Promise<void> => {
  try {
    await change()
  } catch (error) {
    if (!(error instanceof OutcomeUnknown)) throw error
  }
}

/** The record of an edit, the copies of times and place in sign-ups, what those in it are told, and files it has no more. */
const writeEdit = async (place: Places, at: Instant): Promise<void> => {
  const { _id, centre, rev, edited, rules, card } = place
  if (!edited) return
  const { draft, key, nodeName, path } = edited
  const { startsAt, endsAt, cancelUntil, sessions } = rules
  await repeat(() =>
    activityRecords
      .of(centre)
      .change(
        _id,
        { draft: command.set(draft), rev, nodeName, path, editedBy: key },
        { rev: command.lt(rev) },
      ),
  )
  await repeat(() =>
    registrations
      .of(centre)
      .changeAll(
        { activity: _id },
        { card: command.set(card), startsAt, endsAt, cancelUntil, sessions },
      ),
  )
  if (edited.tell) await tellEverybody(place, 'activityChanged', `${rev}`, at)
  await removeFiles(edited.dropped ?? [])
}

const writeCancelled = async (place: Places, at: Instant): Promise<void> => {
  for (const [person, { owed: claim, byStaff }] of Object.entries(place.gone)) {
    if (!claim) continue
    await keep(recordOf(place, person, claim, 'cancelled'), claim, true)
    if (byStaff)
      await tell(place.centre, [
        telling(place, 'cancelledByStaff', { ...claim, person }, claim.key, at),
      ])
  }
}

const events: Readonly<Record<Owed, NoticeEvent | null>> = {
  record: null,
  signedUp: 'signedUp',
  promoted: 'promoted',
  drawnIn: 'drawnIn',
  drawnWaiting: 'drawnWaiting',
  notDrawn: 'notDrawn',
}

/** Documents that go into one request. */
const batch = 100

const batches = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / batch) }, (_, i) =>
    items.slice(i * batch, (i + 1) * batch),
  )

/** Records and notices of claims that were made or moved: new records together, and those that move on by kind. */
const writeClaims = async (place: Places, at: Instant): Promise<void> => {
  const { centre, _id } = place
  const owing = Object.entries(place.claims).filter(([, { owed }]) => owed !== null)
  for (const some of batches(owing)) {
    const known = await registrations.of(centre).find({
      where: { _id: command.in(some.map(([person]) => registrationId(centre, _id, person))) },
      limit: batch,
      fields: { version: true, person: true },
    })
    const versions = new Map(known.map(({ person, version }) => [person, version]))
    const missing = some.filter(([person]) => !versions.has(person))
    await registrations
      .of(centre)
      .insertAll(missing.map(([person, claim]) => recordOf(place, person, claim)))

    const behind = some.filter(
      ([person, claim]) =>
        (versions.get(person) ?? Infinity) < recordVersion(claim.turn, claim.state),
    )
    // A claim that still holds its form was never recorded: its record is of an earlier turn.
    const recorded = behind.filter(([, { form }]) => form === null)
    for (const [person, claim] of behind)
      if (claim.form) await keep(recordOf(place, person, claim), claim, true)
    await moveTogether(place, recorded)

    await tell(
      centre,
      some.flatMap(([person, claim]): Telling[] => {
        const event = claim.owed && events[claim.owed]
        return event ? [telling(place, event, { ...claim, person }, claim.key, at)] : []
      }),
    )
  }
}

/** Moves records that only change their state: one request for each state and turn, not one for each person. */
const moveTogether = async (
  { centre, _id }: Places,
  claims: readonly (readonly [string, Claim])[],
  state?: RegistrationState,
): Promise<void> => {
  const groups = new Map<number, { state: RegistrationState; ids: string[] }>()
  for (const [person, claim] of claims) {
    const next = state ?? claim.state
    const version = recordVersion(claim.turn, next)
    const group = groups.get(version) ?? { state: next, ids: [] }
    group.ids.push(registrationId(centre, _id, person))
    groups.set(version, group)
  }
  for (const [version, { state: next, ids }] of groups)
    await repeat(() =>
      registrations
        .of(centre)
        .changeAll(
          { _id: command.in(ids), version: command.lt(version) },
          { state: next, version },
        ),
    )
}

const writeWithdrawal = async (place: Places, at: Instant): Promise<void> => {
  const { withdrawn } = place
  if (!withdrawn || withdrawn.told) return
  const live = Object.entries(place.claims).filter(([, claim]) => counts(claim))
  for (const some of batches(live)) await moveTogether(place, some, 'withdrawn')
  await tellEverybody(place, 'activityWithdrawn', 'withdrawn', at, {
    data: { because: withdrawn.because },
  })
}

interface Told {
  states?: readonly ClaimState[]
  data?: Telling['data']
  /** Until when they should know, where that is not the session to come. */
  due?: Instant
}

/** A notice for everybody who holds something, or something of these states; asked for twice, it is told once. */
export const tellEverybody = async (
  place: Places,
  event: NoticeEvent,
  key: string,
  at: Instant,
  { states = ['in', 'waiting', 'entered'], data = {}, due }: Told = {},
): Promise<void> => {
  const concerned = Object.entries(place.claims).filter(([, { state }]) => states.includes(state))
  for (const some of batches(concerned))
    await tell(
      place.centre,
      some.map(([person, claim]) => ({
        ...telling(place, event, { ...claim, person }, key, at, data),
        ...(due !== undefined && { due }),
      })),
    )
}

/** Nothing is owed any more, as long as nothing changed since it was read. */
const strikeOff = ({ _id, centre, seq, claims, gone, edited, withdrawn }: Places) =>
  take(places.of(centre), _id, {
    guard: { equal: { seq } },
    change: {
      set: {
        owes: false,
        ...(edited && { edited: null }),
        ...(withdrawn && { 'withdrawn.told': true }),
        ...Object.fromEntries(
          Object.entries(claims)
            .filter(([, { owed }]) => owed !== null)
            .flatMap(([person]) => [
              [`claims.${person}.owed`, null],
              [`claims.${person}.form`, null],
            ]),
        ),
        ...Object.fromEntries(
          Object.entries(gone)
            .filter(([, { owed }]) => owed !== null)
            .map(([person]) => [`gone.${person}.owed`, null]),
        ),
      },
      inc: { seq: 1 },
    },
  })
