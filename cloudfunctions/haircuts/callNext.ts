import { callNext as rule, calledBy } from '@/domain/haircuts/onTheDay'
import { haircuts } from '@/types/haircuts'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { actOn } from './act'
import { lineOf } from './show'
import { wholeSession } from './store'

/** Calls whoever is next by the rule; the one who then has two before them is told. */
export const callNext = procedure(haircuts, 'callNext', {
  load: ({ centre, input }) => wholeSession(centre, input.session),
  place: ({ loaded }) => found(loaded).path,

  async run({ loaded, input: { key }, at }) {
    const after = await actOn(loaded, at, (session) => rule(session, { key, at }))
    const who = calledBy(after, key)
    return { called: who === null ? null : lineOf(after, who, after.claims[who]!) }
  },
})
