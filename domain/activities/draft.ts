import type { Refusal } from '@/domain/shared/refusal'
import { touched, type Step } from '@/domain/shared/step'
import { mostPlaces, type ActivityDraft } from '@/types/activities'
import type { Instant } from '@/types/shared/day'
import { balanceOf, balancing } from './balance'
import { heldSeats, heldUntil, type Draw, type Rules, type Seating } from './places'

/** A form that was filled in this long before it reaches us may still say "opens now". */
const formGrace = 15 * 60_000

/** What claims may take of a document's 512 KB, all together; the rest is for counts and cancellations. */
const claimBytes = 350_000

/** Why a new activity cannot be published, or null. */
export const publishable = (draft: ActivityDraft, at: Instant): Refusal | null =>
  inOrder(draft) ??
  (draft.opensAt < at - formGrace ? { code: 'OpensInPast' } : null) ??
  (startOf(draft) <= at ? { code: 'TimesOutOfOrder', data: { field: 'sessions' } } : null)

/** Why a draft is not consistent in itself, or null. */
const inOrder = (draft: ActivityDraft): Refusal | null => {
  const { sessions, opensAt, closesAt, cancelUntil, mode, drawAt, eligibility } = draft
  const wrong = (field: string): Refusal => ({ code: 'TimesOutOfOrder', data: { field } })
  const overlapping = sessions.some(
    ({ startsAt, endsAt }, i) =>
      endsAt <= startsAt || startsAt < (sessions[i - 1]?.endsAt ?? -Infinity),
  )
  if (overlapping) return wrong('sessions')
  if (closesAt <= opensAt || closesAt > endOf(draft)) return wrong('closesAt')
  if (cancelUntil < opensAt || cancelUntil > endOf(draft)) return wrong('cancelUntil')
  if (mode === 'draw') {
    if (drawAt === null) return { code: 'DrawTimeNeeded' }
    if (drawAt < closesAt || drawAt >= startOf(draft)) return wrong('drawAt')
  }
  const { minAge, maxAge } = eligibility
  if (minAge !== null && maxAge !== null && minAge > maxAge)
    return { code: 'InvalidInput', data: { field: 'input.draft.eligibility.maxAge' } }
  const most = placesWithRoom(draft)
  return draft.seats + draft.waitlist > most ? { code: 'TooManyPlaces', data: { most } } : null
}

/** How many claims fit into one document, when everybody fills in the whole form (3 bytes a character). */
const placesWithRoom = ({ questions }: ActivityDraft): number =>
  Math.min(mostPlaces, Math.floor(claimBytes / (700 + 300 * questions.length)))

const startOf = ({ sessions }: ActivityDraft): Instant => sessions[0]!.startsAt
const endOf = ({ sessions }: ActivityDraft): Instant => sessions[sessions.length - 1]!.endsAt

/** What a sign-up is decided by. */
export const rulesOf = (draft: ActivityDraft): Rules => ({
  state: 'published',
  mode: draft.mode,
  startsAt: startOf(draft),
  endsAt: endOf(draft),
  sessions: draft.sessions,
  opensAt: draft.opensAt,
  closesAt: draft.closesAt,
  cancelUntil: draft.cancelUntil,
  waitlist: draft.waitlist,
  householdCap: draft.householdCap,
  eligibility: draft.eligibility,
  questions: draft.questions.length,
  requiredAnswers: draft.questions.flatMap(({ required }, i) => (required ? [i] : [])),
})

/** The seats and rules of a new activity. */
export const newSeating = (draft: ActivityDraft, draw: Draw | null): Seating => {
  const held = heldSeats(draft.seats, draft.heldPercent)
  return {
    rev: 1,
    seq: 0,
    rules: rulesOf(draft),
    seats: draft.seats,
    left: draft.seats - held,
    heldLeft: held,
    waiting: [],
    entries: 0,
    claims: {},
    households: {},
    gone: {},
    draw,
  }
}

interface Edit {
  readonly draft: ActivityDraft
  /** The version that was read; edits of an older one are refused. */
  readonly rev: number
  readonly before: Pick<ActivityDraft, 'heldPercent' | 'placeName'>
  /** Published when the mode becomes a draw. */
  readonly commitment: string
  readonly at: Instant
}

type Decision =
  | { outcome: 'refused'; refusal: Refusal }
  /** `moved`: time or place changed, so everybody in it is told. */
  | { outcome: 'edit'; moved: boolean; step: Step }

/**
 * Decides an edit from all claims: nobody loses a seat, free ones go to the line. The mode stays once somebody signed
 * up, and what led to a draw stays once it is drawn.
 */
export const decideEdit = (places: Seating, edit: Edit): Decision => {
  const { draft, before, at } = edit
  const { rules } = places
  const refused = (code: string, data?: Refusal['data']): Decision => ({
    outcome: 'refused',
    refusal: { code, ...(data && { data }) },
  })
  if (rules.state === 'withdrawn') return refused('Withdrawn')
  if (edit.rev !== places.rev) return refused('ChangedMeanwhile')
  const wrong = inOrder(draft)
  if (wrong) return { outcome: 'refused', refusal: wrong }
  if (places.draw?.seed && drawDiffers(draft, places)) return refused('AlreadyDrawn')
  if (draft.mode !== rules.mode && Object.keys(places.claims).length > 0)
    return refused('InvalidInput', { field: 'input.draft.mode' })

  const claims = Object.values(places.claims)
  const taken = claims.filter(({ state }) => state === 'in')
  if (draft.seats < taken.length) return refused('SeatsTaken', { least: taken.length })

  const next: Seating = {
    ...places,
    rules: rulesOf(draft),
    seats: draft.seats,
    heldLeft:
      draft.seats === places.seats && draft.heldPercent === before.heldPercent
        ? places.heldLeft
        : stillHeld(draft, taken.filter(({ pool }) => pool === 'held').length, at),
    draw: drawOf(draft, places, edit.commitment),
  }
  return {
    outcome: 'edit',
    moved:
      draft.placeName !== before.placeName ||
      JSON.stringify(next.rules.sessions) !== JSON.stringify(rules.sessions),
    step: {
      guard: { equal: { rev: places.rev, seq: places.seq } },
      change: {
        set: {
          ...touched.set,
          rules: next.rules,
          seats: next.seats,
          heldLeft: next.heldLeft,
          draw: next.draw,
          ...balancing(next, balanceOf(next, at)),
        },
        inc: { ...touched.inc, rev: 1 },
      },
    },
  }
}

const stillHeld = (draft: ActivityDraft, given: number, at: Instant): number =>
  at >= heldUntil({ startsAt: startOf(draft) })
    ? 0
    : Math.max(0, heldSeats(draft.seats, draft.heldPercent) - given)

const drawDiffers = (draft: ActivityDraft, { rules, draw }: Seating): boolean =>
  draft.mode !== rules.mode ||
  draft.opensAt !== rules.opensAt ||
  draft.closesAt !== rules.closesAt ||
  draft.drawAt !== draw?.at

const drawOf = (draft: ActivityDraft, { draw }: Seating, commitment: string): Draw | null => {
  if (draft.mode !== 'draw' || draft.drawAt === null) return null
  return { commitment, seed: draw?.seed ?? null, by: draw?.by ?? null, at: draft.drawAt }
}
