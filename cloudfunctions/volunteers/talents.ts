import { levelOf } from '@/domain/volunteers/levels'
import { isMinor, nearestFirst, offerAt } from '@/domain/volunteers/registration'
import { volunteers, type Talent } from '@/types/volunteers'
import { dayOf, type Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { found } from '../kit/failure'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { nodes, personsNow } from '../residents/store'
import {
  balanceId,
  hoursBalances,
  levelsOf,
  trainings,
  volunteerRecords,
  type VolunteerDoc,
} from './store'

const aPage = 20

const { roles } = volunteers.procedures.talents.may

export const talents = procedure(volunteers, 'talents', {
  // Narrowed below to the caller's own nodes.
  place: () => anywhere,

  async run({ centre, caller, input: { skill, near, after }, at }) {
    const own = nodesOf(caller, roles, at)
    const place =
      near === undefined ? null : found(await nodes.of(centre).get(near, { path: true }))
    const origin = place?.path ?? caller.person.path
    const listed = await listedFrom(
      centre,
      own.map((node) => offerAt(node, skill)),
      origin,
      after,
    )
    const shown = listed.slice(0, aPage)
    return {
      items: await talentsOf(centre, shown, own, at),
      next: listed.length > aPage ? (shown.at(-1)?.livesAt ?? null) : null,
    }
  },
})

type Found = Pick<VolunteerDoc, '_id' | 'livesAt'>

/** A page of who is found under some words, and one more where there is one: outward from a place, behind `after`. */
const listedFrom = async (
  centre: string,
  offers: readonly string[],
  origin: readonly string[],
  after: string | undefined,
): Promise<Found[]> => {
  const listed = new Map<string, Found>()
  const stretches = nearestFirst(origin)
  const begun =
    after === undefined ? -1 : stretches.findIndex(({ from, to }) => after >= from && after < to)
  for (const [i, { from, to }] of stretches.entries()) {
    if (i < begun) continue
    const found = await Promise.all(
      offers.map((offer) =>
        volunteerRecords.of(centre).find({
          where: {
            listed: true,
            offers: offer,
            livesAt: (i === begun && after !== undefined
              ? command.gt(after)
              : command.gte(from)
            ).and(command.lt(to)),
          },
          order: [['livesAt', 'asc']],
          limit: aPage + 1,
          fields: { livesAt: true },
        }),
      ),
    )
    for (const one of found.flat().sort((a, b) => (a.livesAt < b.livesAt ? -1 : 1)))
      listed.set(one._id, one)
    if (listed.size > aPage) break
  }
  return [...listed.values()]
}

/** Those of them who are still there, live below the nodes, and are of age, as staff see them. */
const talentsOf = async (
  centre: string,
  shown: readonly { _id: string }[],
  own: readonly string[],
  at: Instant,
): Promise<Talent[]> => {
  if (shown.length === 0) return []
  const ids = shown.map(({ _id }) => _id)
  const records = await volunteerRecords
    .of(centre)
    .find({ where: { _id: command.in(ids), listed: true }, limit: ids.length })
  const byId = new Map(records.map((record) => [record._id, record]))
  const persons = await personsNow(centre, [...new Set(records.map(({ person }) => person))])
  const everyId = [...new Set([...persons.values()].flatMap(({ facts }) => idsOf(facts)))]
  const [{ steps }, balances, learned] = await Promise.all([
    levelsOf(centre),
    everyId.length === 0
      ? []
      : hoursBalances.of(centre).find({
          where: { _id: command.in(everyId.map((id) => balanceId(centre, id))) },
          limit: everyId.length,
          fields: { total: true },
        }),
    everyId.length === 0
      ? []
      : trainings.of(centre).find({
          where: { person: command.in(everyId), removed: false },
          limit: 1000,
          fields: { person: true },
        }),
  ])
  const totals = new Map(balances.map(({ _id, total }) => [_id, total]))
  const seen = new Set<string>()
  return ids.flatMap((id): Talent[] => {
    const record = byId.get(id)
    const person = record && persons.get(record.person)
    if (!record || !person || seen.has(person._id)) return []
    const { facts, buildingName } = person
    if (!own.some((node) => facts.path.includes(node))) return []
    if (isMinor(facts.birthDate, record.adult, dayOf(at)) !== false) return []
    seen.add(person._id)
    const mine = idsOf(facts)
    const minutes = mine.reduce((sum, one) => sum + (totals.get(balanceId(centre, one)) ?? 0), 0)
    const times = learned.filter((training) => mine.includes(training.person)).length
    return [
      {
        id: person._id,
        name: facts.name,
        placeName: buildingName,
        skills: [...record.skills],
        wishes: record.wishes,
        free: [...record.free],
        level: levelOf(steps, minutes, times).level,
        minutes,
        contact: record.contact,
      },
    ]
  })
}
