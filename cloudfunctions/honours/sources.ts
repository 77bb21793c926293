import { whoCame as whoCameToErrand } from '@/domain/errands/errand'
import { thankableSince } from '@/domain/honours/thanks'
import type { Deed } from '@/types/honours'
import type { Instant } from '@/types/shared/day'
import type { ThanksKind } from '@/types/shared/thanks'
import { errands } from '../errands/store'
import type { Facts } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { shiftFields, shifts, type ShiftDoc } from '../volunteers/store'

/** Something that was done, and who did it. */
export interface Done {
  deed: Deed
  path: readonly string[]
  /** Ids as they were when it was done. */
  people: readonly string[]
}

/** Looks a thing up that `subject` may give thanks for; null when there is none, or not any more. */
type Source = (centre: string, id: string, subject: Facts, at: Instant) => Promise<Done | null>

/** A shift as something to give thanks for. */
export const deedOfShift = ({
  _id: id,
  title,
  placeName,
  startsAt,
}: Pick<ShiftDoc, '_id' | 'title' | 'placeName' | 'startsAt'>): Deed => ({
  kind: 'shift',
  ...{ id, title, placeName, startsAt },
})

const shift: Source = async (centre, id, _subject, at) => {
  const known = await shifts.of(centre).get(id, { ...shiftFields, people: true, claims: true })
  if (known?.state !== 'open' || known.endsAt > at || known.endsAt <= thankableSince(at))
    return null
  return { deed: deedOfShift(known), path: known.path, people: whoCame(known) }
}

/** Who was seen there or was given hours; everybody on it where nobody looked who came. */
const whoCame = ({ people, claims }: Pick<ShiftDoc, 'people' | 'claims'>): readonly string[] => {
  const came = people.filter((person) => claims[person]?.seen ?? claims[person]?.hours)
  return came.length > 0 ? came : people
}

/** What was done at somebody's home is theirs alone to thank for; where that is says nobody. */
const errand: Source = async (centre, id, subject, at) => {
  const known = await errands.of(centre).get(id)
  if (!known || !idsOf(subject).includes(known.person)) return null
  const { state, kindName: title, path, doneAt } = known
  const over = state === 'done' || state === 'confirmed'
  if (!over || doneAt === null || doneAt <= thankableSince(at)) return null
  const people = whoCameToErrand(known).map(([person]) => person)
  return { deed: { kind: 'errand', id, title, placeName: '', startsAt: doneAt }, path, people }
}

/** What people can be thanked for: each kind of the contract has a source here. */
export const sources: Readonly<Record<ThanksKind, Source>> = { shift, errand }
