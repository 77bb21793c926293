import { choose as rule } from '@/domain/haircuts/cancel'
import { haircuts } from '@/types/haircuts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { knownAs } from '../kit/subject'
import { actOn } from './act'
import { aheadOf } from '@/domain/haircuts/session'
import { dayOf } from '@/types/shared/day'
import { ticketOf } from './show'
import { ruleOf, wholeSession } from './store'

/** What somebody wants whose number a barber cannot serve: today's line first, or a number on the next date. */
export const choose = procedure(haircuts, 'choose', {
  load: async ({ centre, input }) => {
    const [session, rule] = await Promise.all([wholeSession(centre, input.session), ruleOf(centre)])
    return { session, rule }
  },

  async run({ caller, subject, loaded, input: { key, choice }, at }) {
    const before = found(loaded.session)
    const who = knownAs(subject, before).id
    const dates = loaded.rule?.dates ?? []
    const another = dates.some(({ day, calledOff }) => day > before.day && !calledOff)
    if (choice === 'keepForNext' && before.claims[who]?.state === 'asked' && !another)
      return fail('NoNextDate')
    const after = await actOn(before, at, (session) => rule(session, { key, who, choice, at }))
    const ahead = after.day === dayOf(at) ? aheadOf(after, at).get(who) : undefined
    const person = { id: who, name: subject.name }
    return ticketOf(after, person, found(after.claims[who]), caller, ahead ?? null)
  },
})
