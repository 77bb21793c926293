import { activities } from '@/types/activities'
import { command } from '../kit/cloud'
import { procedure } from '../kit/procedure'
import { current } from './current'
import { nextStart } from './show'
import { registrations } from './store'
import { idsOf } from '../kit/subject'

/** Sign-ups of the caller and those they act for: what is to come soonest first, or what is over latest first. */
export const mine = procedure(activities, 'mine', {
  async run({ centre, caller, input: { past = false, after }, at }) {
    const persons = [caller.person, ...Object.values(caller.dependants)].flatMap(idsOf)
    const { documents, next } = await registrations.of(centre).page({
      where: persons.map((person) => ({
        person,
        endsAt: past ? command.lte(at) : command.gt(at),
      })),
      by: ['endsAt', past ? 'desc' : 'asc'],
      after,
    })
    const items = await current(caller, documents, at)
    // A series ends long after its next session: people look for what comes first.
    return { items: past ? items : items.sort((a, b) => nextStart(a, at) - nextStart(b, at)), next }
  },
})
