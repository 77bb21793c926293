import { canteen } from '@/types/canteen'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { plannedService, servicePlace } from './planned'
import { services } from './store'

export const publishService = procedure(canteen, 'publishService', {
  load: plannedService,
  place: servicePlace,

  async run({ centre, input, at }) {
    return decide(async () => {
      const { state, endsAt, rev } = found(await plannedService({ centre, input }))
      if (state === 'published') return {}
      if (state !== 'draft') fail('NotADraft')
      if (endsAt <= at) fail('InPast')
      const change = { state: 'published', listed: true, rev: rev + 1 }
      return (await services.of(centre).change(input.service, change, { rev })) ? {} : again
    })
  },
})
