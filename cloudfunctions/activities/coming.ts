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

/** A series moves on to its next session by a job: within this time of the end of one, also when the job is late. */
const movedOnMs = 30 * 60_000

/** `next.endsAt` of what is not over, and of a series that has not moved on yet. */
export const notOverSince = (at: Instant) => command.gt(at - movedOnMs)

/** Leaves out what ended meanwhile. */
export const notOver =
  (at: Instant) =>
  ({ rules }: Pick<Places, 'rules'>): boolean =>
    at < rules.endsAt

/**
 * What is on and not over, soonest first, a page at a time, without claims. Of a range of days, a series stands at its
 * next session; of a single day, every session of that day counts.
 */
export const coming = async (
  centre: string,
  { at, from, to, category, after, limit = 20 }: Asked,
): Promise<{ documents: Places[]; next: string | null }> => {
  const { documents, next } = await places.of(centre).page({
    where: {
      'rules.state': 'published',
      ...(category && { 'card.category': category }),
      ...(from !== undefined && from === to
        ? { days: from, 'next.endsAt': notOverSince(at) }
        : { 'next.endsAt': within(at, from, to) }),
    },
    by: ['next.endsAt', 'asc'],
    after,
    limit,
    fields: { ...cardFields, next: true },
  })
  return { documents: documents.filter(notOver(at)), next }
}

const within = (at: Instant, from?: Day, to?: Day): unknown => {
  const begin = from && instantOf(from) > at ? command.gt(instantOf(from)) : notOverSince(at)
  return to ? begin.and(command.lte(instantOf(addDays(to, 1)))) : begin
}
