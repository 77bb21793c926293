import { walkIn as rule } from '@/domain/haircuts/onTheDay'
import { haircuts } from '@/types/haircuts'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { knownAs } from '../kit/subject'
import { personNow } from '../residents/store'
import { actOn } from './act'
import { lineOf, nameless } from './show'
import { wholeSession } from './store'

/** Somebody on the square without a number: found among the residents, or only by name. */
export const walkIn = procedure(haircuts, 'walkIn', {
  load: async ({ centre, input }) => {
    const [session, person] = await Promise.all([
      wholeSession(centre, input.session),
      input.person === undefined ? null : personNow(centre, input.person),
    ])
    return { session, person }
  },
  place: ({ loaded }) => found(loaded.session).path,

  async run({ centre, caller, loaded, input, at }) {
    const { key, session, elder } = input
    const facts = input.person === undefined ? null : found(loaded.person).facts
    const name = facts?.name ?? input.name ?? fail('NameNeeded')
    const who = facts
      ? knownAs(facts, found(loaded.session)).id
      : hiddenId(centre, nameless, session, key)
    const { id: by, name: byName } = caller.person
    const after = await actOn(loaded.session, at, (before) =>
      rule(before, {
        key,
        who,
        name,
        birthDate: facts?.birthDate ?? null,
        elder,
        by,
        byName,
        at,
      }),
    )
    return lineOf(after, who, found(after.claims[who]))
  },
})
