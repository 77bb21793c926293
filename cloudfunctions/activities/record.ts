import { recordVersion, type Claim } from '@/domain/activities/places'
import type { RegistrationState } from '@/types/activities'
import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { registrationId, registrations, type Places, type RegistrationRecord } from './store'

/** The full record a claim makes; made again, it is the same. */
export const recordOf = (
  { _id: activity, centre, rules, card }: Pick<Places, '_id' | 'centre' | 'rules' | 'card'>,
  person: string,
  claim: Claim,
  state: RegistrationState = claim.state,
): RegistrationRecord => ({
  _id: registrationId(centre, activity, person),
  centre,
  v: 1,
  activity,
  person,
  version: recordVersion(claim.turn, state),
  personName: claim.name,
  by: claim.by,
  byName: claim.byName,
  state,
  at: claim.at,
  startsAt: rules.startsAt,
  endsAt: rules.endsAt,
  cancelUntil: rules.cancelUntil,
  card,
  sessions: rules.sessions,
  answers: claim.form?.answers ?? [],
  guardian: claim.form?.guardian ?? null,
})

/**
 * Writes a record, or moves the one that is there forward; one that is further on stays. `known` says that there is
 * probably one. A claim whose form was recorded before no longer holds it, and leaves it as it is.
 */
export const keep = async (
  record: RegistrationRecord,
  claim: Claim,
  known: boolean,
): Promise<void> => {
  const store = registrations.of(record.centre)
  if (!known && (await store.insert(record))) return
  if ((await forward(record, claim)) || !known) return
  // The record was missing, unless it is written at this moment.
  if (!(await store.insert(record))) await forward(record, claim)
}

const forward = (record: RegistrationRecord, { form }: Claim): Promise<boolean> => {
  const { _id, answers, guardian, ...fields } = record
  return repeat(() =>
    registrations.of(record.centre).change(
      _id,
      {
        ...fields,
        card: command.set(fields.card),
        ...(form && { answers, guardian: command.set(guardian) }),
      },
      { version: command.lt(record.version) },
    ),
  )
}
