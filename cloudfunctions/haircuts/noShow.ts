import { noShow as rule } from '@/domain/haircuts/onTheDay'
import { haircuts } from '@/types/haircuts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { actOn } from './act'
import { whoHolds, wholeSession } from './store'

/** Called, and not there. */
export const noShow = procedure(haircuts, 'noShow', {
  load: ({ centre, input }) => wholeSession(centre, input.session),
  place: ({ loaded }) => found(loaded).path,
  concerns: ({ loaded, input }) => whoHolds(found(loaded), input.ticket),

  async run({ loaded, input: { key, ticket }, at }) {
    const who = whoHolds(found(loaded), ticket) ?? fail('NotCalled')
    await actOn(loaded, at, (session) => rule(session, { key, who, at }))
    return {}
  },
})
