import { numberOf, waitingOf, type Claim } from '@/domain/haircuts/session'
import { lineUp } from '@/domain/haircuts/queue'
import { maskName } from '@/domain/residents/masking'
import { haircuts } from '@/types/haircuts'
import { fail } from '../kit/failure'
import { anywhere, procedure } from '../kit/procedure'
import { sessionShown } from './sessionShown'
import { ruleOf, type SessionDoc } from './store'

/** Names that fit on a wall and are read from afar. */
const shownNext = 6

/** For the screen on the square: who is called, and who is next; numbers and surnames. */
export const board = procedure(haircuts, 'board', {
  load: async ({ centre, input, at }) => {
    const [rule, session] = await Promise.all([
      ruleOf(centre),
      sessionShown(centre, input.session, at),
    ])
    return { rule, session }
  },

  // A link on the wall is for the haircuts of a place: its path ends with the rule's id.
  place: ({ loaded: { rule } }) => (rule ? [...rule.path, rule._id] : anywhere),

  async run({ loaded, display, at }) {
    if (display && display.shows !== 'haircuts') fail('NotAllowed')
    const { rule, session } = loaded
    if (!session)
      return {
        placeName: rule?.rule.placeName ?? '',
        startsAt: null,
        state: 'none' as const,
        now: [],
        next: [],
        done: 0,
        waiting: 0,
      }
    const line = lineUp(waitingOf(session), at)
    const open = session.state === 'open'
    return {
      placeName: session.placeName,
      startsAt: session.startsAt,
      state: session.state,
      now: open ? seen(session, inState(session, 'called')) : [],
      next: open ? seen(session, line.slice(0, shownNext)) : [],
      done: inState(session, 'done').length,
      waiting: open ? line.length : 0,
    }
  },
})

const inState = ({ claims }: SessionDoc, state: Claim['state']): string[] =>
  Object.keys(claims).filter((who) => claims[who]?.state === state)

const seen = ({ claims, numbers }: SessionDoc, who: readonly string[]) =>
  who.map((one) => ({
    number: numberOf(numbers, one, claims[one]!) ?? 0,
    name: maskName(claims[one]!.name),
  }))
