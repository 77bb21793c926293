import type { ShiftKind } from '@/types/volunteers'
import type { Instant } from '@/types/shared/day'
import { followBarbers } from '../haircuts/followBarbers'
import type { ShiftDoc } from './store'

/** Lets what a shift serves follow who is on it. Safe to repeat; asked again until it did not fail. */
type Follower = (shift: ShiftDoc, at: Instant) => Promise<void>

/** Each module that asks for volunteers adds its own: shifts know nothing of what they are for. */
export const followers: Readonly<Partial<Record<ShiftKind, Follower>>> = {
  barber: followBarbers,
}
