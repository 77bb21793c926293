import { pointRuleRefusal } from '@/domain/volunteers/points'
import { dayOf } from '@/types/shared/day'
import { volunteers } from '@/types/volunteers'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail } from '../kit/failure'
import { procedure, wholeCentre } from '../kit/procedure'
import { pointRules, pointRulesId, pointRulesOf } from './store'

/** Rules that are kept: one a month for 15 years. */
const mostRules = 200

/** Rules are only ever added, once for each key: which one gave some points can always be told. */
export const savePointRule = procedure(volunteers, 'savePointRule', {
  place: wholeCentre,

  async run({ centre, input: { key, rule }, at }) {
    const store = pointRules.of(centre)
    const _id = pointRulesId(centre)
    await decide(async () => {
      const known = await pointRulesOf(centre)
      if (known?.rules.some((one) => one.key === key)) return
      const refusal = pointRuleRefusal(rule, dayOf(at))
      if (refusal) return fail(refusal.code)
      if (!known) {
        await store.insert({ _id, centre, v: 1, rev: 1, rules: [] })
        return again
      }
      if (known.rules.length >= mostRules) return fail('TryAgain')
      const { rev } = known
      const change = { rules: command.push([{ ...rule, key }]), rev: rev + 1 }
      return (await store.change(_id, change, { rev })) ? undefined : again
    })
    return {}
  },
})
