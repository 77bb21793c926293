import { yuan, type Fen } from '@/types/shared/fen'
import type { Service } from '@/types/canteen'

export const mealNames: Readonly<Record<Service['meal'], string>> = {
  breakfast: '早餐',
  lunch: '午餐',
  dinner: '晚餐',
}

/** 8.75 元 */
export const yuanSaid = (amount: Fen): string => `${yuan(amount)} 元`

/** 红烧肉 2 份、米饭 1 份 */
export const dishesSaid = (dishes: ReadonlyArray<{ name: string; portions: number }>): string =>
  dishes.map(({ name, portions }) => `${name} ${portions} 份`).join('、')
