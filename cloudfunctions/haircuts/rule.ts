import { standing } from '@/domain/haircuts/dates'
import { haircuts } from '@/types/haircuts'
import { dayOf } from '@/types/shared/day'
import { anywhere, procedure } from '../kit/procedure'
import { coming } from './coming'
import { datesOn } from './show'
import { ruleOf } from './store'

export const rule = procedure(haircuts, 'rule', {
  load: async ({ centre, at }) => {
    const [known, sessions] = await Promise.all([ruleOf(centre), coming(centre, at)])
    return { known, sessions }
  },
  place: ({ loaded }) => loaded.known?.path ?? anywhere,

  run: async ({ loaded: { known, sessions }, at }) => ({
    rule: known && {
      ...known.rule,
      exceptions: standing(known.rule.exceptions, dayOf(at)),
    },
    rev: known?.rev ?? 0,
    dates: known ? datesOn(known, new Set(sessions.map(({ _id }) => _id)), at) : [],
  }),
})
