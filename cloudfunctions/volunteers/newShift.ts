import type { ShiftDoc } from './store'

type Described = Pick<
  ShiftDoc,
  'kind' | 'title' | 'placeName' | 'startsAt' | 'endsAt' | 'needed' | 'thing' | 'path'
>

/** A shift nobody is on yet. `madeBy` is null when the service it is for makes it. */
export const newShift = (
  centre: string,
  _id: string,
  described: Described,
  madeBy: string | null,
  key: string,
): ShiftDoc => ({
  _id,
  centre,
  v: 1,
  ...described,
  rev: 1,
  seq: 1,
  state: 'open',
  left: described.needed,
  claims: {},
  gone: {},
  people: [],
  madeBy,
  leader: null,
  editedBy: key,
  because: null,
  owes: false,
  news: null,
})
