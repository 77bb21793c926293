import { needsGuardian } from '@/domain/activities/eligibility'
import { positionOf } from '@/domain/activities/places'
import { wayIn } from '@/domain/activities/signUp'
import { activities, type ActivityDetail } from '@/types/activities'
import { dayOf, type Instant } from '@/types/shared/day'
import { centreRecordOf } from '../centre/store'
import { found } from '../kit/failure'
import { addressesOf } from '../kit/files'
import type { Facts } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { withAddresses } from './addresses'
import { inForce } from './inForce'
import { cardOf } from './show'
import { activityRecords, seatingFor, type Places } from './store'
import { idsOf, knownAs } from '../kit/subject'

/** One activity, and what each member of the caller's family could do about it or why not. */
export const get = procedure(activities, 'get', {
  load: async ({ centre, subjectId, input }) => {
    const [place, record, about] = await Promise.all([
      seatingFor(centre, input.activity, ...(subjectId ? [subjectId] : [])),
      activityRecords.of(centre).get(input.activity, { draft: true, nodeName: true }),
      centreRecordOf(centre),
    ])
    return { place, record, callNumber: about?.phone ?? null }
  },

  async run({ centre, caller, loaded, input, at }) {
    const family = caller ? [caller.person, ...Object.values(caller.dependants)] : []
    const ids = family.flatMap(idsOf)
    const record = found(loaded.record)
    const place = found(
      ids.length > 1 ? await seatingFor(centre, input.activity, ...ids) : loaded.place,
    )
    const { draft, nodeName } = inForce(place, record)
    const [[card], files] = await Promise.all([
      withAddresses([cardOf(place, at)]),
      addressesOf(draft.attachments.map(({ file }) => file)),
    ])
    return {
      ...found(card),
      node: draft.node,
      nodeName,
      description: draft.description,
      sessionTimes: [...place.rules.sessions],
      cancelUntil: place.rules.cancelUntil,
      householdCap: place.rules.householdCap,
      questions: draft.questions,
      attachments: draft.attachments.flatMap(({ name, file }) => {
        const url = files.get(file)
        return url === undefined ? [] : [{ name, url }]
      }),
      draw: place.draw,
      withdrawnBecause: place.withdrawn?.because ?? null,
      family: family.map((member) => memberOf(place, member, caller!.person.id, at)),
      callNumber: loaded.callNumber,
    }
  },
})

const memberOf = (
  place: Places,
  member: Facts,
  self: string,
  at: Instant,
): ActivityDetail['family'][number] => {
  const { id } = knownAs(member, place)
  const claim = place.claims[id]
  const way = wayIn(place, member, false, at)
  // Whoever has a place keeps it when the rules change.
  const reason = !claim && 'code' in way ? way : null
  return {
    id: member.id,
    name: member.name,
    self: member.id === self,
    state: claim ? (place.rules.state === 'withdrawn' ? 'withdrawn' : claim.state) : null,
    position: positionOf(place.waiting, id),
    needsGuardian: needsGuardian(member, dayOf(place.rules.startsAt)),
    reason: reason && { code: reason.code, ...(reason.data && { data: { ...reason.data } }) },
  }
}
