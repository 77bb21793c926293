import { isOver } from '@/domain/canteen/serving'
import type { Service } from '@/types/canteen'
import type { Instant } from '@/types/shared/day'

/** The meal staff mean when they name none: the one still handed out or coming next, else the last. */
export const mealNow = <M extends Pick<Service, 'endsAt'>>(
  meals: readonly M[],
  at: Instant,
): M | undefined => meals.find((meal) => !isOver(meal, at)) ?? meals.at(-1)
