import { presence, standing } from '@/domain/activities/attendance'
import { positionOf, promotes, type ClaimState } from '@/domain/activities/places'
import { ageOn } from '@/domain/residents/age'
import { maskPhone } from '@/domain/residents/masking'
import { activities, type RosterLine } from '@/types/activities'
import { dayOf } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { found } from '../kit/failure'
import { holds } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { people, type PersonDoc } from '../residents/store'
import { attendedAt } from './attendedAt'
import { inForce } from './inForce'
import { cardOf } from './show'
import { activityRecords, registrations, wholeSeating } from './store'

/** Those who are in come first, then the line, then the draw. */
const turns: Readonly<Record<ClaimState, number>> = { in: 0, waiting: 1, entered: 2, notDrawn: 3 }

const most = 1000

/**
 * Everybody who holds something, from the claims themselves: also somebody whose record is not written yet. Staff of
 * the service see phone numbers; lecturers, keepers and operators see them masked.
 */
export const roster = procedure(activities, 'roster', {
  load: async ({ centre, input: { activity } }) => {
    const [place, record, forms, attendances] = await Promise.all([
      wholeSeating(centre, activity),
      activityRecords.of(centre).get(activity),
      registrations.of(centre).find({
        where: { activity },
        limit: most,
        fields: { person: true, answers: true, guardian: true, byName: true },
      }),
      attendedAt(centre, activity),
    ])
    return place && record && { place, record, forms, attendances }
  },
  place: ({ loaded }) => found(loaded).place.path,

  async run({ centre, caller, loaded, at }) {
    const { place, record, forms, attendances } = found(loaded)
    const { rules, waiting, left, heldLeft } = place
    const { draft } = inForce(place, record)
    const persons = await peopleOf(centre, Object.keys(place.claims))
    const formOf = new Map(forms.map((form) => [form.person, form]))
    const states = standing(attendances)
    const present = presence(attendances)
    const ofService = holds(caller, ['communityStaff', 'centreStaff'], place.path, at)
    const shownPhone = (phone: string) => (ofService ? phone : maskPhone(phone))

    const lines = Object.entries(place.claims)
      .sort(([, a], [, b]) => turns[a.state] - turns[b.state] || a.at - b.at)
      .map(([person, claim]): RosterLine => {
        const { phone = null, facts } = persons.get(person) ?? {}
        const form = claim.form ?? formOf.get(person)
        const guardian = form?.guardian ?? null
        return {
          person,
          name: facts?.name ?? claim.name,
          phone: phone && shownPhone(phone),
          age: facts?.birthDate ? ageOn(facts.birthDate, dayOf(rules.startsAt)) : null,
          by: claim.byName,
          state: claim.state,
          position: positionOf(waiting, person),
          answers: [...(form?.answers ?? [])],
          guardian: guardian && {
            ...guardian,
            emergencyPhone: shownPhone(guardian.emergencyPhone),
          },
          attendance: rules.sessions.map(
            (_, session) => states.get(`${person} ${session}`) ?? null,
          ),
          attended: present.get(person)?.size ?? 0,
        }
      })

    return {
      card: cardOf(place, at),
      rev: place.rev,
      sessionTimes: [...rules.sessions],
      questions: draft.questions,
      lines,
      present: rules.sessions.map(
        (_, session) => [...present.values()].filter((sessions) => sessions.has(session)).length,
      ),
      headCounts: rules.sessions.map((_, session) => record.headCounts[session]?.heads ?? null),
      headCount: draft.headCount,
      drawAt: place.draw?.at ?? null,
      toCall:
        left + heldLeft > 0 && !promotes(rules, at) ? waiting.map(({ person }) => person) : [],
      heldLeft,
    }
  },
})

const peopleOf = async (
  centre: string,
  ids: readonly string[],
): Promise<Map<string, Pick<PersonDoc, 'facts' | 'phone'>>> => {
  const persons = await people.of(centre).find({
    where: { _id: command.in([...ids]) },
    limit: most,
    fields: { facts: true, phone: true },
  })
  return new Map(persons.map((person) => [person._id, person]))
}
