import { planRefusal } from '@/domain/haircuts/visits'
import { adultFrom, ageOn } from '@/domain/residents/age'
import { isVerified } from '@/domain/residents/verification'
import { haircuts } from '@/types/haircuts'
import { dayOf, type Day, type Instant } from '@/types/shared/day'
import { staffRoles } from '@/types/shared/roles'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { holds, passportId, passports } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { tell } from '../notices/outbox'
import { personNow, type PersonDoc } from '../residents/store'
import { haircutVisits, type VisitDoc } from './store'
import { changeVisit, namedIn, tellingsOfBarbers, tellingsOfVisit, visitShown } from './visits'

/**
 * A day and two volunteers; the person, whoever asked for them, and the volunteers are told, also those who were to come
 * before and need not any more.
 */
export const planHomeVisit = procedure(haircuts, 'planHomeVisit', {
  load: ({ centre, input }) => haircutVisits.of(centre).get(input.visit),
  place: ({ loaded }) => found(loaded).path,
  concerns: ({ loaded }) => found(loaded).person,

  async run({ centre, loaded, input: { key, on, barbers: asked }, at }) {
    const persons = await Promise.all(asked.map((id) => personNow(centre, id).then(found)))
    const barbers = persons.map(({ _id }) => _id)
    await mustVolunteer(found(loaded), persons, on, at)
    const visit = await changeVisit(loaded, key, (before) => {
      const refusal = planRefusal(before, { on, barbers }, dayOf(at))
      if (refusal) return fail(refusal.code)
      const replaced = before.barbers.filter((one) => !barbers.includes(one))
      return { state: 'planned', on, barbers, replaced }
    })
    const shown = await visitShown(visit, true)
    // Planned anew meanwhile, that plan says who was replaced.
    const replaced = visit.keys.at(-1) === key ? await namedIn(centre, visit.replaced) : []
    await tell(centre, [
      ...tellingsOfVisit(visit, shown, key, 'homeVisitPlanned', at),
      ...tellingsOfBarbers(visit, replaced, key, 'shiftCalledOff', at),
    ])
    return shown
  },
})

/**
 * Into a home goes who was given a role where it is, or registered as a volunteer and is verified on the day: of age, in
 * either case.
 */
const mustVolunteer = async (
  { centre, path }: VisitDoc,
  persons: readonly PersonDoc[],
  on: Day,
  at: Instant,
): Promise<void> => {
  const ids = persons.flatMap(({ openid }) => (openid === null ? [] : [passportId(centre, openid)]))
  const known = ids.length
    ? await passports.of(centre).find({
        where: { _id: command.in(ids) },
        limit: ids.length,
        fields: { roles: true, person: true },
      })
    : []
  const given = new Set(
    known.filter((one) => holds(one, staffRoles, path, at)).map(({ person }) => person.id),
  )
  for (const { _id, facts } of persons) {
    const { name, birthDate, verifiedUntil, volunteer } = facts
    const verified = birthDate !== null && isVerified(verifiedUntil, on)
    if (!given.has(_id) && !(volunteer && verified)) fail('NotAVolunteer', { name })
    if (birthDate !== null && ageOn(birthDate, on) < adultFrom) fail('AdultsOnly', { name })
  }
}
