import { centre as contract } from '@/types/centre'
import { dayOf } from '@/types/shared/day'
import { fail } from '../kit/failure'
import { idOf } from '../kit/ids'
import { procedure, wholeCentre } from '../kit/procedure'
import { settings } from './store'

/** Settings are dated: today's are replaced, earlier ones stay. An event is told by one template only. */
export const saveSettings = procedure(contract, 'saveSettings', {
  place: wholeCentre,

  async run({ centre, at, input: { templates } }) {
    const events = templates.flatMap((template) => template.events)
    if (new Set(events).size < events.length) fail('TemplateTwice')
    const from = dayOf(at)
    await settings
      .of(centre)
      .replace({ _id: idOf(centre, 'settings', from), centre, v: 1, from, templates })
    return {}
  },
})
