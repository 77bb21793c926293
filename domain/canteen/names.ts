import type { OrderState, PayChannel } from '@/types/canteen'
import type { Meal } from '@/types/shared/meals'

/** What a meal is called, on screens, in what people are told, on tables, and when they pay. */
export const mealNames: Readonly<Record<Meal, string>> = {
  breakfast: '早餐',
  lunch: '午餐',
  dinner: '晚餐',
}

/** How something was paid. */
export const channelNames: Readonly<Record<PayChannel, string>> = {
  cash: '现金',
  card: '刷卡',
  wechat: '微信',
}

/** What became of an order. */
export const stateNames: Readonly<Record<OrderState, string>> = {
  paying: '等您付钱',
  placed: '订好了',
  served: '取走了',
  cancelled: '已经取消',
  expired: '没有付钱，已经取消',
  notCollected: '没有来取',
  calledOff: '这一餐取消了',
}
