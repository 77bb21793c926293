import type { PostDraft, ShiftKind } from '@/types/volunteers'
import { addDays, instantOf, type Day, type Instant } from '@/types/shared/day'
import type { Skill } from '@/types/shared/skills'
import { carriedAs } from './carrying'
import { moves, type Described, type Shift } from './shifts'

/** Days ahead for which shifts are there, so that people can plan. */
export const daysAhead = 28

/** What a post says of each of its shifts. */
export interface Made
  extends
    Described,
    Pick<PostDraft, 'needed' | 'carries' | 'approveSwaps' | 'phone' | 'insurance' | 'bring'> {
  kind: ShiftKind
  skills: readonly Skill[]
}

/** From when to when it takes place on a day; what ends before it begins ends on the next day. */
export const timesOn = (
  { startsAt, endsAt }: Pick<PostDraft, 'startsAt' | 'endsAt'>,
  day: Day,
): { startsAt: Instant; endsAt: Instant } => ({
  startsAt: instantOf(day, startsAt),
  endsAt: instantOf(endsAt < startsAt ? addDays(day, 1) : day, endsAt),
})

/** The shift of one day. */
export const madeOn = (
  {
    kind,
    title,
    placeName,
    startsAt,
    endsAt,
    needed,
    carries,
    skills,
    approveSwaps,
    phone,
    insurance,
    bring,
  }: PostDraft,
  day: Day,
): Made => ({
  kind,
  title,
  placeName,
  ...timesOn({ startsAt, endsAt }, day),
  needed,
  carries: carriedAs(kind, carries),
  skills,
  approveSwaps,
  phone,
  insurance,
  bring,
})

/**
 * The same for a shift that is there: the meal that staff chose for it stays, as long as it is a delivery at the same
 * time and place.
 */
export const madeAgain = (
  shift: Described & Pick<Made, 'kind' | 'carries'> & { mealByHand: boolean },
  made: Made,
): Made =>
  shift.mealByHand && shift.kind === made.kind && !moves(shift, made)
    ? { ...made, carries: shift.carries }
    : made

const said = ({
  kind,
  title,
  placeName,
  startsAt,
  endsAt,
  needed,
  carries,
  skills,
  approveSwaps,
  phone,
  insurance,
  bring,
}: Made): string =>
  JSON.stringify([
    [kind, title, placeName, startsAt, endsAt],
    [carries?.node, carries?.meal, needed, skills, approveSwaps, phone, insurance, bring],
  ])

/**
 * What becomes of a shift when its post says it anew, or makes that day no more (`made` null). Nobody who said yes finds
 * it at another time or gone: such a shift is `kept` as it is, and staff decide. What was called off stays so.
 */
export const followPost = (
  shift: Pick<Shift, 'state' | 'people'> & Made,
  made: Made | null,
): 'same' | 'changed' | 'removed' | 'kept' => {
  if (shift.state === 'calledOff') return 'same'
  const empty = shift.people.length === 0
  if (made === null) return empty ? 'removed' : 'kept'
  if (said(shift) === said(made)) return 'same'
  // Who is under age said yes to a shift of two.
  const alone = made.needed < 2 && shift.needed >= 2
  const fewer = alone || made.needed < shift.people.length
  const hurts = moves(shift, made) || shift.kind !== made.kind || fewer
  return empty || !hurts ? 'changed' : 'kept'
}
