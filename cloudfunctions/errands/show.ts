import {
  badStars,
  endsUndone,
  isOver,
  mayCancel,
  mayLeave,
  mayMiss,
  maySettle,
  unheardOf,
  type Claim,
  type Errand as Rule,
} from '@/domain/errands/errand'
import { startsAt } from '@/domain/errands/when'
import { thankableSince } from '@/domain/honours/thanks'
import { maskName, maskPhone } from '@/domain/residents/masking'
import type { Errand, ErrandForStaff, ErrandKind, ErrandToDo, Offered } from '@/types/errands'
import { dayOf, type Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import type { Facts } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { nodes, personsNow, type PersonDoc } from '../residents/store'
import type { ErrandDoc, KindDoc } from './store'

export const kindOf = ({ _id, ...kind }: KindDoc): ErrandKind => {
  const { category, place, name, about, node, whoMay, fromAge, skills, minutes } = kind
  const { atHome, cost, retired, rev } = kind
  return {
    id: _id,
    rev,
    category,
    place,
    name,
    about,
    node,
    whoMay,
    fromAge,
    skills: [...skills],
    minutes,
    atHome,
    cost,
    retired,
  }
}

const orderedOf = ({ kind, kindName, atHome, usual, cost }: ErrandDoc): Errand['kind'] => ({
  id: kind,
  name: kindName,
  atHome,
  minutes: usual,
  cost,
})

/** People as they are today, by the ids of an errand: no number and no home is copied into one. */
type Doors = ReadonlyMap<string, PersonDoc>

const doorsOf = (centre: string, ids: readonly string[]): Promise<Doors> =>
  personsNow(centre, [...new Set(ids)])

const shown = (errand: ErrandDoc, doors: Doors, person: string, at: Instant) => {
  const begun = at >= startsAt(errand)
  const going = errand.state === 'accepted' || errand.state === 'onTheWay'
  const { claims } = errand
  return {
    id: errand._id,
    kind: orderedOf(errand),
    person: { id: person, name: errand.personName },
    by: errand.byName,
    what: errand.what,
    day: errand.day,
    part: errand.part,
    state: errand.state,
    needed: errand.needed,
    helpers: Object.entries(claims).map(([id, { name, showPhone, state, came }]) => ({
      id,
      name,
      phone: showPhone && !isOver(errand) ? (doors.get(id)?.phone ?? null) : null,
      state,
      came,
    })),
    because: errand.because,
    mayCancel: mayCancel(errand, at),
    mayConfirm: errand.state === 'done' || (going && begun),
    at: errand.at,
  }
}

const withPhones = ({ claims }: ErrandDoc): string[] =>
  Object.entries(claims)
    .filter(([, { showPhone }]) => showPhone)
    .map(([id]) => id)

/** Errands as those see them whom they are for: each under the id its person has today. */
export const errandsShown = async (
  errands: readonly ErrandDoc[],
  family: readonly Facts[],
  at: Instant,
): Promise<Errand[]> => {
  const [first] = errands
  if (!first) return []
  const doors = await doorsOf(first.centre, errands.flatMap(withPhones))
  const today = new Map(family.flatMap((one) => idsOf(one).map((id) => [id, one.id] as const)))
  return errands.map((errand) => ({
    ...shown(errand, doors, today.get(errand.person) ?? errand.person, at),
    mayMiss: mayMiss(errand, at),
    mayThank:
      (errand.state === 'done' || errand.state === 'confirmed') &&
      errand.doneAt !== null &&
      errand.doneAt > thankableSince(at),
    mayRate: errand.state === 'confirmed' && errand.rating === null,
    rating: errand.rating,
  }))
}

/** Errands as staff see them. Ratings stay between those who gave them and nobody, unless they are bad. */
export const errandsForStaff = async (
  errands: readonly ErrandDoc[],
  at: Instant,
): Promise<ErrandForStaff[]> => {
  const [first] = errands
  if (!first) return []
  const doors = await doorsOf(
    first.centre,
    errands.flatMap((errand) => [
      errand.person,
      ...(errand.settled ? [errand.settled.by] : []),
      ...withPhones(errand),
    ]),
  )
  return errands.map((errand) => {
    const home = doors.get(errand.person)
    const { settled } = errand
    return {
      ...shown(errand, doors, home?._id ?? errand.person, at),
      homeName: home?.homeName ?? null,
      phoneMasked: home?.phone ? maskPhone(home.phone) : null,
      trouble: errand.trouble,
      maySettle: maySettle(errand, at),
      endsUndone: endsUndone(errand),
      settled: settled && {
        note: settled.note,
        by: doors.get(settled.by)?.facts.name ?? '',
        at: settled.at,
      },
      mayTakeOff: mayLeave(errand, at),
      mayReport: !isOver(errand) && errand.left === 0 && at >= startsAt(errand),
      asked: Object.keys(errand.asked).length,
      declined: Object.keys(errand.gone).length,
      complaints: complaintsOf(errand),
    }
  })
}

const complaintsOf = ({ rating, personName, claims }: ErrandDoc): ErrandForStaff['complaints'] =>
  [
    { from: 'resident' as const, name: personName, rating },
    ...Object.values(claims).map(({ name, rating: said }) => ({
      from: 'volunteer' as const,
      name,
      rating: said,
    })),
  ].flatMap(({ rating: said, ...who }) =>
    said !== null && said.stars <= badStars ? [{ ...who, ...said }] : [],
  )

/** Errands as volunteers see them who have not accepted them. */
export const offersShown = async (
  errands: readonly ErrandDoc[],
  ids: readonly string[],
): Promise<Offered[]> => {
  const [first] = errands
  if (!first) return []
  const communities = [...new Set(errands.flatMap(({ path }) => path.slice(0, 2).at(-1) ?? []))]
  const found = await nodes.of(first.centre).find({
    where: { _id: command.in(communities) },
    limit: communities.length,
    fields: { label: true },
  })
  const labels = new Map(found.map(({ _id, label }) => [_id, label]))
  return errands.map((errand) => ({
    id: errand._id,
    kind: orderedOf(errand),
    name: maskName(errand.personName),
    communityName: labels.get(errand.path.slice(0, 2).at(-1) ?? '') ?? '',
    what: errand.what,
    day: errand.day,
    part: errand.part,
    needed: errand.needed,
    accepted: errand.needed - errand.left,
    askedMe: ids.some((id) => errand.asked[id]),
  }))
}

/** The claim of somebody, by any id of theirs. */
export const claimOf = (
  { claims }: Pick<Rule, 'claims'>,
  ids: readonly string[],
): { id: string; claim: Claim } | null => {
  for (const id of ids) {
    const claim = claims[id]
    if (claim) return { id, claim }
  }
  return null
}

/** Errands of a volunteer who accepted them: who, where, which number, until they are over. */
export const toDosShown = async (
  errands: readonly ErrandDoc[],
  volunteer: Facts,
  at: Instant,
): Promise<ErrandToDo[]> => {
  const ids = idsOf(volunteer)
  const [first] = errands
  if (!first) return []
  const doors = await doorsOf(
    first.centre,
    errands.flatMap((errand) => [
      errand.person,
      ...(errand.byStaff ? [] : [errand.by]),
      ...withPhones(errand),
    ]),
  )
  return errands.flatMap((errand) => {
    const own = claimOf(errand, ids)
    if (!own) return []
    const { claims, left, day, part } = errand
    const open = !isOver(errand)
    const full = open && left === 0
    const home = doors.get(errand.person)
    const family = errand.byStaff ? undefined : doors.get(errand.by)
    return [
      {
        id: errand._id,
        kind: orderedOf(errand),
        name: open ? errand.personName : maskName(errand.personName),
        address: open && errand.atHome ? (home?.homeName ?? null) : null,
        phone: open ? (home?.phone ?? family?.phone ?? null) : null,
        what: errand.what,
        day,
        part,
        state: errand.state,
        needed: errand.needed,
        mine: own.claim.state,
        companions: Object.entries(claims)
          .filter(([id]) => id !== own.id)
          .map(([id, { name, showPhone }]) => ({
            name,
            phone: open && showPhone ? (doors.get(id)?.phone ?? null) : null,
          })),
        maySetOff:
          full && own.claim.state === 'accepted' && errand.state !== 'done' && dayOf(at) === day,
        mayFinish: full && own.claim.state !== 'done' && at >= startsAt(errand),
        mustSayTogether: unheardOf(errand, own.id).length > 0,
        mayLeave: mayLeave(errand, at),
        rating: own.claim.rating,
      },
    ]
  })
}
