import type { Category } from '@/types/activities'
import { addDays, instantOf, type Day, type Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { cardFields, places, type Places } from './store'

interface Asked {
  at: Instant
  from?: Day | undefined
  /** The last day; the same as `from` for all that is held on that day. */
  to?: Day | undefined
  category?: Category | undefined
  after?: string | undefined
  limit?: number
}

/**
 * What is on and not over, soonest first, a page at a time, without claims. Of a range of days, a series stands at its
 * next session; of a single day, every session of that day counts.
 */
export const coming = (
  centre: string,
  { at, from, to, category, after, limit = 20 }: Asked,
): Promise<{ documents: Places[]; next: string | null }> =>
  places.of(centre).page({
    where: {
      'rules.state': 'published',
      ...(category && { 'card.category': category }),
      ...(from !== undefined && from === to
        ? { days: from, 'next.endsAt': command.gt(at) }
        : { 'next.endsAt': within(at, from, to) }),
    },
    by: ['next.endsAt', 'asc'],
    after,
    limit,
    fields: { ...cardFields, next: true },
  })

const within = (at: Instant, from?: Day, to?: Day): unknown => {
  const begin = command.gt(from ? Math.max(at, instantOf(from)) : at)
  return to ? begin.and(command.lte(instantOf(addDays(to, 1)))) : begin
}
