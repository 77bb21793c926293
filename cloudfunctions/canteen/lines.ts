import type { Claim } from '@/domain/canteen/service'
import type { QueueLine } from '@/types/canteen'
import { command } from '../kit/cloud'
import { people, type PersonDoc } from '../residents/store'
import type { ServiceDoc } from './store'

export type Entry = readonly [order: string, claim: Claim]

/** What staff need to know of those who eat, by the id their order names; a merged record knows its own home. */
export const guestsOf = async (
  centre: string,
  claims: ReadonlyArray<readonly [order: string, eater: { person: string | null }]>,
): Promise<ReadonlyMap<string, PersonDoc>> => {
  const ids = [...new Set(claims.flatMap(([, { person }]) => person ?? []))]
  if (ids.length === 0) return new Map()
  const records = await people.of(centre).find({
    where: { _id: command.in(ids) },
    limit: ids.length,
    fields: { facts: true, homeName: true, phone: true },
  })
  return new Map(records.map((record) => [record._id, record]))
}

/** One order as staff hand it over. */
export const lineOf = (
  { offers }: Pick<ServiceDoc, 'offers'>,
  guests: ReadonlyMap<string, PersonDoc>,
  [order, claim]: Entry,
): QueueLine => {
  const { person, name, by, byName, kind, note, cannotLeave, lines, pays, paidBy, state, handed } =
    claim
  const guest = person === null ? undefined : guests.get(person)
  const birthDate = guest?.facts.birthDate ?? null
  return {
    ...{ order, person, name, kind, note, cannotLeave, pays, paidBy, state },
    birthYear: birthDate === null ? null : Number(birthDate.slice(0, 4)),
    homeName: guest?.homeName ?? null,
    dishes: Object.entries(lines).map(([dish, portions]) => ({
      name: offers[dish]?.name ?? '',
      portions,
    })),
    servedAt: handed?.at ?? null,
    by: by === person ? null : byName,
  }
}

/** By building, then by name: the order in which people are looked for. */
export const inOrder = (a: QueueLine, b: QueueLine): number =>
  Number(a.servedAt !== null) - Number(b.servedAt !== null) ||
  (a.homeName ?? '').localeCompare(b.homeName ?? '', 'zh', { numeric: true }) ||
  a.name.localeCompare(b.name, 'zh')
