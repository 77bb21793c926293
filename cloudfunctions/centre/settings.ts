import { centre as contract } from '@/types/centre'
import { dayOf } from '@/types/shared/day'
import { procedure, wholeCentre } from '../kit/procedure'
import { settingsOn } from './store'

export const settings = procedure(contract, 'settings', {
  load: ({ centre, at }) => settingsOn(centre, dayOf(at)),
  place: wholeCentre,

  run: async ({ loaded }) => ({
    templates: (loaded?.templates ?? []).map((template) => ({
      ...template,
      events: [...template.events],
    })),
  }),
})
