import { centre as contract } from '@/types/centre'
import { displayId, displays, displayToken } from '../kit/display'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { cardFields, places } from '../activities/store'

/**
 * A read-only link for a screen on the wall. Its path ends with the one thing it is for, so it opens nothing else. The
 * same tap again gives the same link; nothing else ever shows its token.
 */
export const issueDisplay = procedure(contract, 'issueDisplay', {
  load: ({ centre, input }) => places.of(centre).get(input.thing, cardFields),
  place: ({ loaded }) => found(loaded).path,

  async run({ centre, openid, caller, loaded, input: { key, shows, thing }, at }) {
    const { path, card } = found(loaded)
    const token = displayToken(centre, openid, key)
    const display = displayId(centre, token)
    await displays.of(centre).insert({
      _id: display,
      centre,
      v: 1,
      shows,
      thing,
      path: [...path, thing],
      title: card.title,
      issuedBy: caller.person.id,
      issuedAt: at,
      revokedAt: null,
    })
    return { token, display }
  },
})
