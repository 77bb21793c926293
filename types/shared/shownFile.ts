import * as v from 'valibot'
import { id } from './fields'

/** A file that people send, as it is shown: to others once WeChat or staff let it through. */
export const shownFile = v.object({
  /** Null as long as who looks may not see it. */
  url: v.nullable(v.string()),
  state: v.picklist(['waiting', 'passed', 'refused', 'held']),
  /** Names it for staff who look at what WeChat could not judge. */
  id: v.optional(id),
})

export const shownVoice = v.object({
  ...shownFile.entries,
  seconds: v.number(),
  /** What staff wrote down of it; null as long as nobody did. */
  said: v.nullable(v.string()),
})
