import { haircuts } from '@/types/haircuts'
import { dayOf } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { nodes } from '../residents/store'
import { planOf, staleExceptions } from './plan'
import { beganOn } from './saveRule'
import { datesOn } from './show'
import { ruleOf } from './store'

/** Dates as a rule would make them, before it is saved, and the exceptions that do not fit it. */
export const previewRule = procedure(haircuts, 'previewRule', {
  load: async ({ centre, input }) => {
    const [node, known] = await Promise.all([
      nodes.of(centre).get(input.rule.node, { path: true }),
      ruleOf(centre),
    ])
    return { node, known }
  },
  place: ({ loaded }) => found(loaded.node).path,

  async run({ centre, loaded: { known }, input, at }) {
    const since = beganOn(known, input.rule, at)
    const plan = await planOf(input.rule, since, dayOf(at))
    if ('refusal' in plan) return fail(plan.refusal.code)
    return {
      dates: datesOn({ dates: plan.dates, centre }, new Set(), at),
      stale: await staleExceptions(input.rule, since, dayOf(at)),
    }
  },
})
