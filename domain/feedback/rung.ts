import type { CaseState } from '@/types/feedback'
import type { Instant } from '@/types/shared/day'
import type { Case, Member } from './case'

/** What nothing but a call tells who telephoned: that they may look at it, that it is solved, or that nothing comes of it. */
export const rungStates = ['invited', 'solved', 'refused', 'merged'] as const
export type RungState = (typeof rungStates)[number]

export const isRung = (state: CaseState): state is RungState =>
  rungStates.some((each) => each === state)

/** They are to be called by then, and who acted is reminded where nobody answers for the case; nothing where it is null. */
export const mustRing = (
  { owner }: Pick<Case, 'owner'>,
  by: Member,
  ringBy: Instant | null,
): Readonly<Record<string, unknown>> =>
  ringBy === null
    ? {}
    : {
        ...{ toRing: true, ringBy },
        ...(owner === null && { owner: by.id, ownerName: by.name }),
      }
