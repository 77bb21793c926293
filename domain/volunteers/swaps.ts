import type { Refusal } from '@/domain/shared/refusal'
import { touched, withKey, type Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'
import {
  claimGuard,
  droppedWith,
  type Shift,
  type ShiftClaim,
  type ShiftGone,
  type SwapNews,
  type SwapOffer,
} from './shifts'

type Decision =
  | { outcome: 'refused'; refusal: Refusal }
  /** `waits`: for the coordinator's word. */
  | { outcome: 'same' | 'step'; step: Step; waits: boolean }

const refused = (code: string): Decision => ({ outcome: 'refused', refusal: { code } })
const same = (waits = false): Decision => ({
  outcome: 'same',
  step: { guard: {}, change: {} },
  waits,
})

/** Why nothing can be changed about who comes: it was called off, or has begun. */
const closed = ({ state, startsAt }: Shift, at: Instant): string | null =>
  state === 'calledOff' ? 'ShiftCalledOff' : at >= startsAt ? 'ShiftBegun' : null

/** Somebody would like another to come in their place, or comes after all. */
export const decideOffer = (
  shift: Shift,
  { key, person, offer, at }: { key: string; person: string; offer: boolean; at: Instant },
): Decision => {
  const claim = shift.claims[person]
  if (!claim) return refused('NotOnShift')
  const { swap, endedOffers = [] } = claim
  if (offer ? swap || endedOffers.includes(key) : !swap) return same()
  const code = closed(shift, at) ?? (claim.seen ? 'ShiftBegun' : null)
  if (code) return refused(code)
  const guard = claimGuard(shift, person)
  if (!swap) {
    const offered: SwapOffer = { key, at, takenBy: null, dropped: [], refusedBy: null }
    return {
      outcome: 'step',
      waits: false,
      step: {
        guard: { ...guard, equal: { ...guard.equal, rev: shift.rev } },
        change: {
          set: { [`claims.${person}.swap`]: offered, swapUntil: shift.startsAt },
          inc: touched.inc,
        },
      },
    }
  }
  return {
    outcome: 'step',
    waits: false,
    step: {
      guard,
      change: {
        unset: [`claims.${person}.swap`],
        set: {
          ...touched.set,
          ...droppedWith(claim, { id: person, name: claim.name }, key),
          [`claims.${person}.endedOffers`]: withKey(endedOffers, swap.key),
        },
        inc: touched.inc,
      },
    },
  }
}

interface Taking {
  key: string
  /** Whose place it is. */
  from: string
  person: { id: string; name: string }
  take: boolean
  at: Instant
}

/** Somebody comes in another's place: at once, or when a coordinator has agreed; or does not, after all. */
export const decideTake = (shift: Shift, { key, from, person, take, at }: Taking): Decision => {
  const own = shift.claims[person.id]
  const claim = shift.claims[from]
  const swap = claim?.swap
  const waiting = swap?.takenBy?.id === person.id
  if (!take)
    return claim && swap?.takenBy && waiting
      ? { outcome: 'step', waits: false, step: notTaken(shift, from, swap.takenBy.key, {}) }
      : same()
  if (own?.key === key || shift.gone[person.id]?.keys.includes(key)) return same()
  if (waiting) return same(true)
  if (swap?.dropped.includes(key)) return same()
  const code = closed(shift, at)
  if (code) return refused(code)
  if (own) return refused('AlreadyOnShift')
  if (!claim || !swap) return refused('NotOffered')
  if (claim.seen) return refused('ShiftBegun')
  if (swap.takenBy) return refused('AlreadyTaken')
  const taker = { ...person, key, at }
  if (!shift.approveSwaps) return moved(shift, from, taker, key, 'made')
  const guard = claimGuard(shift, from)
  const news: SwapNews = { what: 'waits', from: { id: from, name: claim.name }, taker: person }
  return {
    outcome: 'step',
    waits: true,
    step: {
      guard: {
        equal: { ...guard.equal, rev: shift.rev },
        missing: [...(guard.missing ?? []), `claims.${person.id}`],
      },
      change: {
        set: {
          ...touched.set,
          [`claims.${from}.swap.takenBy`]: { id: person.id, key, at },
          [`swapNews.${key}`]: news,
        },
        inc: touched.inc,
      },
    },
  }
}

interface Answering {
  key: string
  from: string
  /** Who waits, as they are called now; null when they are not here any more. */
  taker: { id: string; name: string } | null
  agree: boolean
  at: Instant
}

/** A coordinator says whether somebody may come in another's place. */
export const decideAnswer = (
  shift: Shift,
  { key, from, taker, agree, at }: Answering,
): Decision => {
  const claim = shift.claims[from]
  const takenBy = claim?.swap?.takenBy
  if (shift.gone[from]?.by === key || claim?.swap?.refusedBy === key) return same()
  if (!claim || !takenBy || !taker || taker.id !== takenBy.id || shift.claims[taker.id])
    return refused('NothingToAnswer')
  if (!agree) {
    const news: SwapNews = { what: 'refused', from: { id: from, name: claim.name }, taker }
    return {
      outcome: 'step',
      waits: false,
      step: notTaken(shift, from, takenBy.key, {
        ...touched.set,
        [`claims.${from}.swap.refusedBy`]: key,
        [`swapNews.${key}`]: news,
      }),
    }
  }
  const code = closed(shift, at)
  if (code) return refused(code)
  return moved(shift, from, { ...taker, key: takenBy.key, at }, key, 'agreed')
}

/** The place is offered again to everybody. */
const notTaken = (
  shift: Shift,
  from: string,
  taken: string,
  more: Readonly<Record<string, unknown>>,
): Step => ({
  guard: claimGuard(shift, from),
  change: {
    set: {
      ...more,
      [`claims.${from}.swap.takenBy`]: null,
      [`claims.${from}.swap.dropped`]: withKey(shift.claims[from]?.swap?.dropped, taken),
    },
    inc: touched.inc,
  },
})

/** One step puts the one on the shift and the other off it: the shift is never one short, nor one over. */
const moved = (
  shift: Shift,
  from: string,
  { id, name, key: tap, at }: { id: string; name: string; key: string; at: Instant },
  key: string,
  what: 'made' | 'agreed',
): Decision => {
  const left = shift.claims[from]
  const place = shift.people.indexOf(from)
  if (!left || place < 0) return refused('NotOffered')
  const claim: ShiftClaim = { key: tap, name, by: null, at, owed: false }
  const gone: ShiftGone = {
    keys: withKey(shift.gone[from]?.keys, left.key),
    by: key,
    at,
    because: null,
    byStaff: false,
    owed: null,
  }
  const news: SwapNews = { what, from: { id: from, name: left.name }, taker: { id, name } }
  const guard = claimGuard(shift, from)
  return {
    outcome: 'step',
    waits: false,
    step: {
      guard: {
        equal: { ...guard.equal, rev: shift.rev, [`people.${place}`]: from },
        missing: [...(guard.missing ?? []), `claims.${id}`],
      },
      change: {
        unset: [`claims.${from}`],
        set: {
          ...touched.set,
          ...(shift.leader === from && { leader: null }),
          [`claims.${id}`]: claim,
          [`gone.${from}`]: gone,
          [`people.${place}`]: id,
          [`swapNews.${key}`]: news,
        },
        inc: touched.inc,
      },
    },
  }
}
