import type { HaircutRule } from '@/types/haircuts'
import type { Instant } from '@/types/shared/day'

/** What a session's numbers are worked out from. */
export type Terms = Pick<
  HaircutRule,
  'minutesPerCut' | 'slotMinutes' | 'planned' | 'walkInPercent' | 'priorityAge'
>

const minute = 60_000

/**
 * Cuts a session can do: of each barber who comes, whole cuts only. Until one was ever confirmed (null), what staff
 * planned with.
 */
export const capacityOf = (
  { minutesPerCut, planned }: Terms,
  barberMinutes: readonly number[] | null,
): number =>
  barberMinutes === null
    ? planned
    : barberMinutes.reduce((sum, minutes) => sum + Math.floor(minutes / minutesPerCut), 0)

/** Cuts kept for people who come without a number; rounded up, so that somebody always can. */
export const walkInsOf = (capacity: number, walkInPercent: number): number =>
  Math.ceil((capacity * walkInPercent) / 100)

export interface SlotTimes {
  startsAt: Instant
  endsAt: Instant
}

/** A session in slots; the last may be shorter. */
export const slotTimes = (startsAt: Instant, endsAt: Instant, slotMinutes: number): SlotTimes[] => {
  const length = slotMinutes * minute
  return Array.from({ length: Math.ceil((endsAt - startsAt) / length) }, (_, i) => ({
    startsAt: startsAt + i * length,
    endsAt: Math.min(startsAt + (i + 1) * length, endsAt),
  }))
}

/** Places by slot, in proportion to its time: each is whole, and together they are exactly as many as there are. */
export const placesBySlot = (slots: readonly SlotTimes[], places: number): number[] => {
  const [begin, end] = [slots[0]?.startsAt ?? 0, slots.at(-1)?.endsAt ?? 0]
  const until = (at: Instant) => Math.floor((places * (at - begin)) / (end - begin))
  return slots.map(({ startsAt, endsAt }) => until(endsAt) - until(startsAt))
}

/**
 * Places left by slot. Where more are booked than fit, people spill into the slots behind, then into those before: left
 * and booked together are as many as there are, as long as not more are booked.
 */
export const leftBySlot = (places: readonly number[], booked: readonly number[]): number[] => {
  const left = places.map((all, slot) => all - (booked[slot] ?? 0))
  const settle = (order: readonly number[]) => {
    let spilt = 0
    for (const slot of order) {
      const here = (left[slot] ?? 0) + spilt
      spilt = Math.min(here, 0)
      left[slot] = Math.max(here, 0)
    }
    return spilt
  }
  const forward = left.map((_, slot) => slot)
  const spilt = settle(forward)
  if (spilt < 0) {
    const last = left.length - 1
    left[last] = (left[last] ?? 0) + spilt
    settle([...forward].reverse())
  }
  return left
}
