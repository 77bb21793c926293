import { maskName } from '@/domain/residents/masking'
import type { Thanks } from '@/types/honours'
import type { ThanksDoc } from './store'

/** A note as others see it: both names masked. */
export const noteOf = (note: ThanksDoc): Thanks => {
  const { from, to, ...rest } = noteForStaff(note)
  return { ...rest, from: maskName(from), to: { ...to, name: maskName(to.name) } }
}

/** A note with full names. */
export const noteForStaff = ({
  _id: id,
  to,
  toName,
  fromName,
  words,
  what,
  state,
  because,
  at,
}: ThanksDoc): Thanks => ({
  id,
  to: { id: to, name: toName },
  from: fromName,
  ...{ words, what, state, because, at },
})
