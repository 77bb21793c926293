import { yuan, type Fen } from '@/types/shared/fen'
import type { Order, PriceReason } from '@/types/canteen'

export { mealNames } from '@/domain/canteen/names'

/** 8.75 元 */
export const yuanSaid = (amount: Fen): string => `${yuan(amount)} 元`

/** 红烧肉 2 份、米饭 1 份 */
export const dishesSaid = (dishes: ReadonlyArray<{ name: string; portions: number }>): string =>
  dishes.map(({ name, portions }) => `${name} ${portions} 份`).join('、')

/** What is paid of the price: 6 折; 75 percent is 7.5 折. */
export const percentSaid = (percent: number): string =>
  percent === 100 ? '原价' : `${percent / 10} 折`

/** Why somebody pays what they pay: 84 岁 · 6 折. */
export const reasonSaid = (reason: PriceReason): string => {
  switch (reason.kind) {
    case 'discount':
      return `${reason.age} 岁 · ${percentSaid(reason.percent)}`
    case 'tooYoung':
      return `${reason.age} 岁 · 原价`
    case 'notVerified':
      return '还没有确认居民身份，暂按原价'
    case 'hoursMissing':
      return `${reason.age} 岁，志愿服务还差 ${reason.missing} 小时，暂按原价`
    case 'unknown':
      return '没有登记的人，按原价'
  }
}

/** A price with why it is so: 7.50 元，84 岁 · 6 折 */
export const priceSaid = ({ pays, reason }: Pick<Order, 'pays' | 'reason'>): string =>
  `${yuanSaid(pays)}，${reasonSaid(reason)}`
