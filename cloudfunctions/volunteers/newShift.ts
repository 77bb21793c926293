import { wantedBy } from '@/domain/volunteers/wanted'
import type { ShiftDoc } from './store'

type Described = Pick<
  ShiftDoc,
  'kind' | 'title' | 'placeName' | 'startsAt' | 'endsAt' | 'needed' | 'thing' | 'path'
>

/** What else there is to know of a shift before somebody says yes. */
export type Terms = Pick<
  ShiftDoc,
  'carries' | 'skills' | 'approveSwaps' | 'phone' | 'insurance' | 'bring'
>

const plain: Terms = {
  carries: null,
  skills: [],
  approveSwaps: false,
  phone: null,
  insurance: '',
  bring: '',
}

/** A shift nobody is on yet. `madeBy` is null when the service it is for makes it; a post makes the same day anew. */
export const newShift = (
  centre: string,
  _id: string,
  described: Described & Partial<Terms>,
  madeBy: string | null,
  key: string,
  post: string | null = null,
): ShiftDoc => ({
  _id,
  centre,
  v: 1,
  ...plain,
  ...described,
  rev: 1,
  seq: 1,
  state: 'open',
  left: described.needed,
  claims: {},
  gone: {},
  people: [],
  madeBy,
  post,
  mealByHand: false,
  leader: null,
  swapUntil: 0,
  swapNews: {},
  edits: [key],
  actors: [],
  because: null,
  wanted: wantedBy({ ...described, state: 'open', left: described.needed }),
  owes: false,
  news: null,
})
