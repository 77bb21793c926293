import { numberOf, waitingOf, type Claim } from '@/domain/haircuts/session'
import { lineUp } from '@/domain/haircuts/queue'
import { haircuts, type QueueLine } from '@/types/haircuts'
import { dayOf } from '@/types/shared/day'
import { fail } from '../kit/failure'
import { anywhere, procedure } from '../kit/procedure'
import { namesOf } from '../residents/store'
import { lineOf, sessionOf } from './show'
import { sessionShown } from './sessionShown'
import { shiftId, type SessionDoc } from './store'

/** Everybody of a session: called, in the order in which they will be, over, asked, and those without a number. */
export const queue = procedure(haircuts, 'queue', {
  load: ({ centre, input, at }) => sessionShown(centre, input.session, at),
  place: ({ loaded }) => loaded?.path ?? anywhere,

  async run({ centre, loaded: session, input, at }) {
    if (!session && input.session !== undefined) fail('NotFound')
    if (!session)
      return {
        session,
        now: [],
        line: [],
        over: [],
        asked: [],
        waitlist: [],
        barbers: [],
        shift: null,
        walkInsLeft: 0,
      }
    const names = await namesOf(centre, session.barbers ?? [])
    const shown = sessionOf(session, at)
    return {
      session: shown,
      now: linesOf(session, 'called'),
      line: lineUp(waitingOf(session), at).map((who) => lineOf(session, who, session.claims[who]!)),
      over: linesOf(session, 'done', 'noShow', 'keptForNext'),
      asked: linesOf(session, 'asked'),
      waitlist: session.waiting.flatMap((who) => {
        const claim = session.claims[who]
        return claim ? [lineOf(session, who, claim)] : []
      }),
      barbers: (session.barbers ?? []).map((person) => ({ person, name: names.get(person) ?? '' })),
      shift: shiftId(centre, session._id),
      // On the day, a place that nobody booked is for who comes.
      walkInsLeft: session.walkInsLeft + (session.day === dayOf(at) ? shown.left : 0),
    }
  },
})

/** Those of some states, by number. */
const linesOf = (session: SessionDoc, ...states: Claim['state'][]): QueueLine[] =>
  Object.entries(session.claims)
    .filter(([, { state }]) => states.includes(state))
    .sort(
      ([one, a], [other, b]) =>
        (numberOf(session.numbers, one, a) ?? 0) - (numberOf(session.numbers, other, b) ?? 0),
    )
    .map(([who, claim]) => lineOf(session, who, claim))
