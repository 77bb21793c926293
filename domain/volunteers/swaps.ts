import type { Refusal } from '@/domain/shared/refusal'
import { touched, withKey, type Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'
import {
  actedBy,
  claimGuard,
  droppedWith,
  endedOffer,
  namedOn,
  offeredAgain,
  waitsNoMore,
  type Named,
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
  const ended = endedOffer(shift, person)
  return {
    outcome: 'step',
    waits: false,
    step: {
      guard: { ...guard, equal: { ...guard.equal, ...ended.equal } },
      change: {
        unset: [`claims.${person}.swap`],
        set: {
          ...touched.set,
          ...ended.set,
          ...droppedWith(claim, namedOn(person, claim), key),
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
  person: Named
  /** Every id they may wait under. */
  ids: readonly string[]
  take: boolean
  at: Instant
}

/** Somebody comes in another's place: at once, or when a coordinator has agreed; or does not, after all. */
export const decideTake = (
  shift: Shift,
  { key, from, person, ids, take, at }: Taking,
): Decision => {
  const own = shift.claims[person.id]
  const claim = shift.claims[from]
  const swap = claim?.swap
  const waiting = swap?.takenBy && ids.includes(swap.takenBy.id)
  if (!take)
    return waiting ? { outcome: 'step', waits: false, step: notTaken(shift, from, {}) } : same()
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
  if (!shift.approveSwaps) return moved(shift, from, taker, ids, key, 'made')
  const guard = claimGuard(shift, from)
  const news: SwapNews = { what: 'waits', from: namedOn(from, claim), taker: person }
  // Of two places of one shift they take the later one; the step for it is that for who gets onto the shift.
  const waitingElsewhere = waitsNoMore(shift, ids)
  const { id, actor } = person
  return {
    outcome: 'step',
    waits: true,
    step: {
      guard: {
        equal: { ...waitingElsewhere.equal, ...guard.equal, rev: shift.rev },
        missing: [...(guard.missing ?? []), `claims.${person.id}`],
      },
      change: {
        set: {
          ...touched.set,
          ...waitingElsewhere.set,
          [`claims.${from}.swap.takenBy`]: { id, key, at, ...(actor !== undefined && { actor }) },
          [`swapNews.${key}`]: news,
        },
        inc: touched.inc,
        push: actedBy(actor),
      },
    },
  }
}

interface Answering {
  key: string
  from: string
  /** Who waits, as they are called now, by every id of theirs; null when they are not here any more. */
  taker: { id: string; name: string; ids: readonly string[] } | null
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
  if (!claim || !takenBy) return refused('NothingToAnswer')
  const waits = namedOn(takenBy.id, { ...takenBy, name: taker?.name ?? '' })
  if (!agree) {
    const news: SwapNews = { what: 'refused', from: namedOn(from, claim), taker: waits }
    return {
      outcome: 'step',
      waits: false,
      step: notTaken(shift, from, {
        ...touched.set,
        [`claims.${from}.swap.refusedBy`]: key,
        [`swapNews.${key}`]: news,
      }),
    }
  }
  if (!taker || taker.id !== takenBy.id || taker.ids.some((id) => shift.claims[id]))
    return refused('NothingToAnswer')
  const code = closed(shift, at)
  if (code) return refused(code)
  return moved(shift, from, { ...waits, key: takenBy.key, at }, taker.ids, key, 'agreed')
}

/** The place is offered again to everybody. */
const notTaken = (shift: Shift, from: string, more: Readonly<Record<string, unknown>>): Step => ({
  guard: claimGuard(shift, from),
  change: {
    set: { ...more, ...offeredAgain(shift.claims[from] ?? {}, from) },
    inc: touched.inc,
  },
})

/** One step puts the one on the shift and the other off it: the shift is never one short, nor one over. */
const moved = (
  shift: Shift,
  from: string,
  { id, name, actor, key: tap, at }: Named & { key: string; at: Instant },
  ids: readonly string[],
  key: string,
  what: 'made' | 'agreed',
): Decision => {
  const left = shift.claims[from]
  const place = shift.people.indexOf(from)
  if (!left || place < 0) return refused('NotOffered')
  const claim: ShiftClaim = {
    key: tap,
    name,
    by: null,
    ...(actor !== undefined && { actor }),
    at,
    // Who agreed hears of it by the swap itself.
    owed: what === 'made' && actor !== undefined,
  }
  const gone: ShiftGone = {
    keys: withKey(shift.gone[from]?.keys, left.key),
    by: key,
    at,
    because: null,
    byOther: false,
    owed: null,
  }
  const news: SwapNews = { what, from: namedOn(from, left), taker: namedOn(id, claim) }
  const guard = claimGuard(shift, from)
  const elsewhere = waitsNoMore(without(shift, from), ids)
  const ended = endedOffer(shift, from)
  return {
    outcome: 'step',
    waits: false,
    step: {
      guard: {
        equal: {
          ...guard.equal,
          ...elsewhere.equal,
          ...ended.equal,
          rev: shift.rev,
          [`people.${place}`]: from,
        },
        missing: [...(guard.missing ?? []), `claims.${id}`],
      },
      change: {
        unset: [`claims.${from}`],
        set: {
          ...touched.set,
          ...elsewhere.set,
          ...ended.set,
          ...(shift.leader === from && { leader: null }),
          [`claims.${id}`]: claim,
          [`gone.${from}`]: gone,
          [`people.${place}`]: id,
          [`swapNews.${key}`]: news,
        },
        inc: touched.inc,
        // Who was agreed to is known since they took it.
        ...(what === 'made' && { push: actedBy(actor) }),
      },
    },
  }
}

const without = (shift: Shift, person: string): Shift => {
  const { [person]: _left, ...claims } = shift.claims
  return { ...shift, claims }
}
