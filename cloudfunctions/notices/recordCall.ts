import { notices } from '@/types/notices'
import { command } from '../kit/cloud'
import { repeat } from '../kit/attempts'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { outbox } from './store'

/** What came of a call. Only somebody reached leaves the list; the others stand on it until it is too late. */
export const recordCall = procedure(notices, 'recordCall', {
  load: ({ centre, input }) => outbox.of(centre).get(input.call),
  place: ({ loaded }) => found(loaded?.call).path,
  concerns: ({ loaded }) => loaded?.to ?? null,

  async run({ centre, caller, input: { key, call, outcome }, at }) {
    await repeat(() =>
      outbox.of(centre).change(
        call,
        {
          ...(outcome === 'reached' ? { state: 'told' } : {}),
          'call.outcome': outcome,
          'call.by': caller.person.id,
          'call.byName': caller.person.name,
          'call.at': at,
          'call.keys': command.push({ each: [key], slice: -20 }),
        },
        // A repeated tap, or a call after somebody else reached the person, changes nothing.
        { 'call.keys': command.neq(key), 'call.outcome': command.neq('reached') },
      ),
    )
    return {}
  },
})
