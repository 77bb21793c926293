import { actorsAt } from '@/domain/residents/acting'
import { templateFor } from '@/domain/notices/consents'
import type { Reach } from '@/domain/notices/channel'
import type { MessageTemplate } from '@/types/centre'
import type { Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { people, type PersonDoc } from '../residents/store'
import { consentId, messageConsents, type OutboxRow } from './store'

/** Somebody who is to be told, and by which ways they can be. */
export interface Recipient extends Reach {
  person: PersonDoc
  /** Who acts for them. */
  actors: readonly string[]
  template: MessageTemplate | null
}

const fields = {
  facts: true,
  openid: true,
  actors: true,
  mergedInto: true,
  erasedAt: true,
} as const

const personsOf = async (
  centre: string,
  ids: readonly string[],
): Promise<Map<string, PersonDoc>> => {
  if (ids.length === 0) return new Map()
  const persons = await people
    .of(centre)
    .find({ where: { _id: command.in([...new Set(ids)]) }, limit: ids.length, fields })
  return new Map(persons.map((person) => [person._id, person]))
}

/**
 * How the recipients of some rows can be reached, by row id: two requests for all of them, and one more when records
 * were merged. Somebody whose record is gone is left out.
 */
export const reachOf = async (
  centre: string,
  rows: readonly OutboxRow[],
  templates: readonly MessageTemplate[],
  at: Instant,
): Promise<Map<string, Recipient>> => {
  const persons = await personsOf(
    centre,
    rows.flatMap(({ to, about }) => [to, about]),
  )
  const kept = await personsOf(
    centre,
    [...persons.values()].flatMap(({ mergedInto }) => mergedInto ?? []),
  )
  const personNow = (id: string): PersonDoc | undefined => {
    const known = persons.get(id)
    return known?.mergedInto ? kept.get(known.mergedInto) : known
  }
  const wanted = rows.flatMap((row) => {
    const person = personNow(row.to)
    if (!person || person.erasedAt !== null) return []
    const template = templateFor(templates, row.event)
    return { row, person, template, consent: consentOf(centre, person, template) }
  })
  const agreed = await consentsOf(
    centre,
    wanted.flatMap(({ consent }) => consent ?? []),
  )
  return new Map(
    wanted.map(({ row, person, template, consent }) => {
      const actors = actorsAt(person, at)
      const about = personNow(row.about)
      const inPlace = about?.openid === null && actorsAt(about, at).includes(person._id)
      const signsIn = person.openid !== null
      const agrees = consent !== null && agreed.has(consent)
      return [
        row._id,
        { person, actors, template, signsIn, agreed: agrees, family: actors.length > 0, inPlace },
      ]
    }),
  )
}

const consentOf = (
  centre: string,
  { openid }: PersonDoc,
  template: MessageTemplate | null,
): string | null => (openid && template ? consentId(centre, openid, template.id) : null)

const consentsOf = async (centre: string, ids: readonly string[]): Promise<Set<string>> => {
  if (ids.length === 0) return new Set()
  const consents = await messageConsents.of(centre).find({
    where: { _id: command.in([...new Set(ids)]), left: command.gt(0) },
    limit: ids.length,
    fields: { left: true },
  })
  return new Set(consents.map(({ _id }) => _id))
}
