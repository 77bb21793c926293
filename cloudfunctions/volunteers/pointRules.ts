import { firstPointRule } from '@/domain/volunteers/points'
import { volunteers } from '@/types/volunteers'
import { procedure, wholeCentre } from '../kit/procedure'
import { pointRulesOf } from './store'

export const pointRules = procedure(volunteers, 'pointRules', {
  load: ({ centre }) => pointRulesOf(centre),
  place: wholeCentre,

  run: ({ loaded }) =>
    Promise.resolve({
      rules: [firstPointRule, ...(loaded?.rules ?? [])].map(({ from, perHour, kinds }) => ({
        from,
        perHour,
        kinds: kinds.map((one) => ({ ...one })),
      })),
    }),
})
