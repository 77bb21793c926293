import { withRule } from '@/domain/volunteers/points'
import { dayOf } from '@/types/shared/day'
import { volunteers } from '@/types/volunteers'
import { again, decide } from '../kit/attempts'
import { fail } from '../kit/failure'
import { procedure, wholeCentre } from '../kit/procedure'
import { withTap } from './registration'
import { pointRules, pointRulesId, pointRulesOf } from './store'

export const savePointRule = procedure(volunteers, 'savePointRule', {
  place: wholeCentre,

  async run({ centre, input: { key, rule }, at }) {
    const store = pointRules.of(centre)
    const _id = pointRulesId(centre)
    await decide(async () => {
      const known = await pointRulesOf(centre)
      if (known?.keys.includes(key)) return
      const rules = withRule(known?.rules ?? [], rule, dayOf(at))
      if ('code' in rules) return fail(rules.code)
      if (!known) {
        await store.insert({ _id, centre, v: 1, rev: 1, rules: [], keys: [] })
        return again
      }
      const { rev, keys } = known
      const change = { rules, keys: withTap(keys, key), rev: rev + 1 }
      return (await store.change(_id, change, { rev })) ? undefined : again
    })
    return {}
  },
})
