import type { Meal } from '@/types/canteen'

/** What a meal is called, in what people are told and when they pay. */
export const mealNames: Readonly<Record<Meal, string>> = {
  breakfast: '早餐',
  lunch: '午餐',
  dinner: '晚餐',
}
