import type { Words } from '../words'

/** Telling and calling refuse nothing of their own: what can go wrong has its words in `common`. */
export const notices: Words = {}
