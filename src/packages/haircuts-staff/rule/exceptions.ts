import type { Exception } from '@/domain/haircuts/dates'
import type { HaircutRule, Upcoming } from '@/types/haircuts'
import type { Day } from '@/types/shared/day'

/** What was decided about one date; null when it is as the rule makes it. */
export const exceptionOf = (
  { exceptions }: HaircutRule,
  { usual }: Pick<Upcoming, 'usual'>,
): Exception | null => exceptions.find(({ day }) => day === usual) ?? null

/** The rule with one date decided anew; null takes a decision back. */
export const decided = (
  rule: HaircutRule,
  usual: Day,
  exception: Exception | null,
): HaircutRule => ({
  ...rule,
  exceptions: [
    ...rule.exceptions.filter(({ day }) => day !== usual),
    ...(exception ? [exception] : []),
  ],
})
