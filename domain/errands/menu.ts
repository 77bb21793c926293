import { errandCategories, type ErrandKindDraft } from '@/types/errands'

type Listed = Pick<ErrandKindDraft, 'category' | 'place' | 'name'>

/** By heading, then by the place staff gave it, then by name. */
export const inMenuOrder = <K extends Listed>(kinds: readonly K[]): K[] =>
  [...kinds].sort(
    (one, other) =>
      errandCategories.indexOf(one.category) - errandCategories.indexOf(other.category) ||
      one.place - other.place ||
      (one.name < other.name ? -1 : one.name > other.name ? 1 : 0),
  )
