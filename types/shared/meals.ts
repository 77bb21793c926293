import * as v from 'valibot'

/** 早餐, 午餐, 晚餐. */
export const meals = ['breakfast', 'lunch', 'dinner'] as const
export const meal = v.picklist(meals)
export type Meal = v.InferOutput<typeof meal>
