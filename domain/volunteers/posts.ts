import type { PostDraft, ShiftKind } from '@/types/volunteers'
import { instantOf, type Day } from '@/types/shared/day'
import type { Skill } from '@/types/shared/skills'
import { moves, type Described, type Shift } from './shifts'

/** Days ahead for which shifts are there, so that people can plan. */
export const daysAhead = 28

/** What a post says of each of its shifts. */
export interface Made
  extends Described, Pick<PostDraft, 'needed' | 'approveSwaps' | 'phone' | 'insurance' | 'bring'> {
  kind: ShiftKind
  skills: readonly Skill[]
}

/** The shift of one day. */
export const madeOn = (
  {
    kind,
    title,
    placeName,
    startsAt,
    endsAt,
    needed,
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
  startsAt: instantOf(day, startsAt),
  endsAt: instantOf(day, endsAt),
  needed,
  skills,
  approveSwaps,
  phone,
  insurance,
  bring,
})

const said = ({
  kind,
  title,
  placeName,
  startsAt,
  endsAt,
  needed,
  skills,
  approveSwaps,
  phone,
  insurance,
  bring,
}: Made): string =>
  JSON.stringify([
    [kind, title, placeName, startsAt, endsAt],
    [needed, skills, approveSwaps, phone, insurance, bring],
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
  const hurts = moves(shift, made) || shift.kind !== made.kind || made.needed < shift.people.length
  return empty || !hurts ? 'changed' : 'kept'
}
