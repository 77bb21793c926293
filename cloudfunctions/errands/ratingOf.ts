import type { ErrandRating } from '@/types/errands'

/** Stars, and words where some were said. */
export const ratingOf = ({
  stars,
  words = '',
}: {
  stars?: number | undefined
  words?: string | undefined
}): ErrandRating | null => (stars === undefined ? null : { stars, words })
