import { touched } from '@/domain/shared/step'
import { calledOff } from '@/domain/canteen/ordering'
import { canteen } from '@/types/canteen'
import { refuseBadWords } from '../media/words'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { plannedService, servicePlace } from './planned'
import { services, wholeService } from './store'

/**
 * Calls a meal off, at once for everybody who looks. The sweep ends the orders, tells everybody and sends back what was
 * paid by WeChat; cash waits at the counter. The same meal can be planned again.
 */
export const callOffService = procedure(canteen, 'callOffService', {
  load: plannedService,
  place: servicePlace,

  async run({ centre, openid, caller, input, at }) {
    const { service: id, key, because } = input
    await refuseBadWords(openid, [because])
    return decide(async () => {
      const service = found(await wholeService(centre, id))
      const told = Object.values(service.claims).filter(
        (claim) => calledOff(claim) !== null || claim.state === 'calledOff',
      ).length
      if (service.state === 'calledOff') return { told }
      if (service.endsAt <= at) fail('ServiceOver')
      const taken = await take(services.of(centre), id, {
        guard: { equal: { rev: service.rev, seq: service.seq } },
        change: {
          set: {
            ...touched.set,
            state: 'calledOff',
            slot: id,
            off: { at, by: caller.person.id, key, because },
          },
          inc: { ...touched.inc, rev: 1 },
        },
      })
      return taken ? { told } : again
    })
  },
})
