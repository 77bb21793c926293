import { mostDependants, type Relation } from '@/types/residents'
import type { Instant } from '@/types/shared/day'
import { fail } from '../kit/failure'
import { recordConsent } from './agreements'
import { linkActor } from './passports'
import { changePerson } from './records'
import type { PersonDoc } from './store'

/** Lets somebody act for a person who agreed to it: the consent, then the record, then the actor's passport. */
export const allowActing = async (
  centre: string,
  subject: PersonDoc,
  actor: string,
  agreed: { relation: Relation; version: string; givenBy: string; at: Instant; key: string },
): Promise<void> => {
  const { relation, at: since } = agreed
  const consent = await recordConsent(centre, {
    person: subject.facts.id,
    purpose: 'actFor',
    about: actor,
    ...agreed,
  })
  const allowed = await changePerson(centre, subject, (record) => ({
    ...record,
    actors: { ...record.actors, [actor]: { relation, since, consent } },
  }))
  if (await linkActor(centre, actor, allowed, { relation, since }, mostDependants)) return
  await changePerson(centre, allowed, (record) => {
    const { [actor]: _refused, ...actors } = record.actors
    return { ...record, actors }
  })
  fail('TooManyDependants')
}
