import { cancel as rule } from '@/domain/haircuts/cancel'
import { haircuts } from '@/types/haircuts'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { idsOf, knownAs } from '../kit/subject'
import { actOn } from './act'
import { cancelledTicket } from './show'
import { wholeSession } from './store'

/** Gives a number back; in the same step, the first in line gets the place. Whoever did not do it themselves is told. */
export const cancel = procedure(haircuts, 'cancel', {
  load: ({ centre, input }) => wholeSession(centre, input.session),

  async run({ caller, subject, loaded, input: { key }, at }) {
    const ids = idsOf(subject)
    const before = found(loaded)
    const who = ids.find((id) => before.gone[id]?.by === key) ?? knownAs(subject, before).id
    const byName = subject.id === caller.person.id ? null : caller.person.name
    const after = await actOn(loaded, at, (session) => rule(session, { key, who, byName, at }))
    return cancelledTicket(after, { id: who, name: subject.name }, at)
  },
})
