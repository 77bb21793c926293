import { yuan, type Fen } from '@/types/shared/fen'

export { mealNames } from '@/domain/canteen/names'

/** 8.75 元 */
export const yuanSaid = (amount: Fen): string => `${yuan(amount)} 元`

/** 红烧肉 2 份、米饭 1 份 */
export const dishesSaid = (dishes: ReadonlyArray<{ name: string; portions: number }>): string =>
  dishes.map(({ name, portions }) => `${name} ${portions} 份`).join('、')
