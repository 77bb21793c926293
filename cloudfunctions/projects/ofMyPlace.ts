import type { Instant } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import { holds, nodesOf, type Passport } from '../kit/passport'

/** The places whose projects concern somebody: where they and whom they act for live, and of a partner, where it helps. */
export const placesOf = (caller: Passport, at: Instant): string[] => [
  ...new Set([
    ...[caller.person, ...Object.values(caller.dependants)].flatMap(({ path }) => path),
    ...nodesOf(caller, ['partner'], at),
  ]),
]

/** A project, or its fund, of a place that concerns the caller; of another nobody learns that it is there. */
export const ofMyPlace = <T extends { path: readonly string[] }>(
  one: T | null,
  caller: Passport,
  at: Instant,
): T => {
  const known = found(one)
  const mine =
    placesOf(caller, at).includes(known.path.at(-1) ?? '') ||
    holds(caller, ['partner'], known.path, at)
  return mine ? known : fail('NotFound')
}
