import { ageOn } from '@/domain/residents/age'
import { isVerified } from '@/domain/residents/verification'
import type { Refusal } from '@/domain/shared/refusal'
import type { ErrandKindDraft, ErrandState } from '@/types/errands'
import { dayOf, type Day, type Instant } from '@/types/shared/day'
import { firstDay, lastDay } from './when'

/** As many as one person has on order at a time: volunteers are few. */
export const mostOpen = 3

interface Orderer {
  path: readonly string[]
  birthDate: Day | null
  verifiedUntil: Day | null
  homeName: string | null
}

/** Why somebody cannot order a thing of the menu for a day, whatever they say; null when they can. */
export const cannotOrder = (
  kind: Pick<ErrandKindDraft, 'node' | 'whoMay' | 'fromAge' | 'atHome' | 'retired'>,
  { path, birthDate, verifiedUntil, homeName }: Orderer,
  day: Day,
): Refusal | null => {
  if (kind.retired) return { code: 'NotOffered' }
  if (!path.includes(kind.node)) return { code: path.length > 1 ? 'NotOffered' : 'HomeNeeded' }
  if (kind.whoMay !== 'anybody' && !isVerified(verifiedUntil, day)) return { code: 'NotVerified' }
  if (kind.atHome && homeName === null) return { code: 'HomeNeeded' }
  if (kind.fromAge === null) return null
  if (birthDate === null) return { code: 'BirthDateNeeded' }
  return ageOn(birthDate, day) < kind.fromAge
    ? { code: 'TooYoung', data: { fromAge: kind.fromAge } }
    : null
}

interface Wish {
  day: Day
  /** Whoever orders says so: nobody is examined for it. */
  cannotLeave: boolean
}

interface Before {
  state: ErrandState
  day: Day
}

const standing: ReadonlySet<ErrandState> = new Set<ErrandState>([
  'open',
  'accepted',
  'onTheWay',
  'unmatched',
])

/** Why an order cannot be, or null. `before` are the person's errands so far. */
export const orderRefusal = (
  kind: Parameters<typeof cannotOrder>[0],
  person: Orderer,
  { day, cannotLeave }: Wish,
  before: readonly Before[],
  at: Instant,
): Refusal | null => {
  const refusal = cannotOrder(kind, person, day)
  if (refusal) return refusal
  if (kind.whoMay === 'cannotLeave' && !cannotLeave) return { code: 'SayCannotLeave' }
  if (day < firstDay(at) || day > lastDay(at)) return { code: 'DayNotPossible' }
  const open = before.filter((one) => standing.has(one.state) && one.day >= dayOf(at))
  return open.length >= mostOpen ? { code: 'TooManyOpen', data: { most: mostOpen } } : null
}

/** The turn of a person's next errand: behind the last there is, because old ones do not stay. */
export const nextTurn = (before: readonly { turn: number }[]): number =>
  Math.max(0, ...before.map(({ turn }) => turn)) + 1
