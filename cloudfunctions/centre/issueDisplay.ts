import { centre as contract } from '@/types/centre'
import { displayId, displays, displayToken } from '../kit/display'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { cardFields, places } from '../activities/store'
import { ruleOf } from '../haircuts/store'
import { shifts } from '../volunteers/store'

interface Shown {
  path: readonly string[]
  title: string
  /** What the path of the link ends with: it opens nothing else. */
  end: string
}

/** What a link is for, or null where there is no such thing. */
const shownBy = {
  checkIn: async (centre: string, thing: string): Promise<Shown | null> => {
    const place = await places.of(centre).get(thing, cardFields)
    return place && { path: place.path, title: place.card.title, end: thing }
  },
  shift: async (centre: string, thing: string): Promise<Shown | null> => {
    const shift = await shifts.of(centre).get(thing, { path: true, title: true })
    return shift && { path: shift.path, title: shift.title, end: thing }
  },
  haircuts: async (centre: string, thing: string): Promise<Shown | null> => {
    const known = await ruleOf(centre)
    if (known?.rule.node !== thing) return null
    return { path: known.path, title: known.rule.placeName, end: known._id }
  },
} as const

/**
 * A read-only link for a screen on the wall. Its path ends with the one thing it is for, so it opens nothing else. The
 * same tap again gives the same link; nothing else ever shows its token.
 */
export const issueDisplay = procedure(contract, 'issueDisplay', {
  load: ({ centre, input }) => shownBy[input.shows](centre, input.thing),
  place: ({ loaded }) => found(loaded).path,

  async run({ centre, openid, caller, loaded, input: { key, shows, thing }, at }) {
    const { path, title, end } = found(loaded)
    const token = displayToken(centre, openid, key)
    const display = displayId(centre, token)
    await displays.of(centre).insert({
      _id: display,
      centre,
      v: 1,
      shows,
      thing,
      path: [...path, end],
      title,
      issuedBy: caller.person.id,
      issuedAt: at,
      revokedAt: null,
    })
    return { token, display }
  },
})
