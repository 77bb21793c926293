import { channelNames, stateNames } from '@/domain/canteen/names'
import type { Order, OrderState, PriceReason, Service } from '@/types/canteen'
import { dayOf, type Day, type Instant } from '@/types/shared/day'
import type { Fen } from '@/types/shared/fen'
import type { Said } from './activities'
import { mealNames } from './meals'
import { daySaid, spanSaid, whenSaid } from './time'

type DietMark = Service['offers'][number]['marks'][number]
type Allergen = Service['offers'][number]['allergens'][number]

/** How a meal is eaten. */
export const servingNames: Readonly<Record<Order['kind'], string>> = {
  eatIn: '堂食',
  takeAway: '自取',
  delivery: '送餐',
}

export const markNames: Readonly<Record<DietMark, string>> = {
  lowSalt: '低盐',
  lowSugar: '少糖',
  soft: '软烂',
  vegetarian: '素',
  noPork: '不含猪肉',
  halal: '清真',
}

/** What may make somebody ill, said as people know it from food. */
export const allergenNames: Readonly<Record<Allergen, string>> = {
  gluten: '面粉、麦子',
  crustacean: '虾蟹',
  fish: '鱼',
  egg: '蛋',
  peanut: '花生',
  soy: '黄豆、豆制品',
  milk: '奶',
  nuts: '坚果',
}

export { channelNames }

/** A price the way it is spoken: 9块9毛9, 8块零5分, 12块, 1分. */
export const yuanAloud = (amount: Fen): string => {
  const whole = Math.floor(amount / 100)
  const jiao = Math.floor((amount % 100) / 10)
  const rest = amount % 10
  const small = [
    jiao > 0 ? `${jiao}毛` : whole > 0 && rest > 0 ? '零' : '',
    rest > 0 ? `${rest}${jiao > 0 && whole > 0 ? '' : '分'}` : '',
  ].join('')
  return `${whole > 0 || small === '' ? `${whole}块` : ''}${small}`
}

/** What somebody at full price can do about it; null when there is nothing to do. */
export const reasonStepSaid = (reason: PriceReason): string | null => {
  switch (reason.kind) {
    case 'notVerified':
      return '到了年龄有优惠。请带身份证到服务台确认一次，以后订餐就按年龄打折。'
    case 'hoursMissing':
      return `再做 ${reason.missing} 小时志愿服务，请同事确认以后就有优惠。`
    case 'discount':
    case 'tooYoung':
    case 'unknown':
      return null
  }
}

/** 午餐，明天 上午 11:00 到 12:30 */
export const serviceSaid = (
  { meal, startsAt, endsAt }: Pick<Service, 'meal' | 'startsAt' | 'endsAt'>,
  today: Day,
): string => `${daySaid(dayOf(startsAt), today)}${mealNames[meal]} ${spanSaid(startsAt, endsAt)}`

/** How many portions there are: 3 份. */
export const portionsIn = (lines: ReadonlyArray<{ portions: number }>): number =>
  lines.reduce((sum, { portions }) => sum + portions, 0)

/** Whether a meal can be ordered now, and until when. */
export const orderingSaid = (
  { state, cutOff, because }: Pick<Service, 'state' | 'cutOff' | 'because'>,
  now: Instant,
): Said => {
  if (state === 'calledOff')
    return {
      label: because === null ? '这一餐不开了' : `这一餐不开了：${because}`,
      tone: 'brick',
      drawing: 'close',
    }
  return takesOrders({ state, cutOff }, now)
    ? { label: `${whenSaid(cutOff, now)} 前可以订`, tone: 'pine', drawing: 'check' }
    : { label: '订餐截止了', tone: 'plain', drawing: 'clock' }
}

/** What is left of a dish. */
export const leftSaid = ({ left, soldOut }: { left: number; soldOut: boolean }): Said =>
  soldOut || left <= 0
    ? { label: '卖完了', tone: 'plain', drawing: 'close' }
    : { label: `还有 ${left} 份`, tone: left <= 5 ? 'gold' : 'pine' }

type Paying = Pick<Order, 'paidBy' | 'state' | 'kind'>

/** Money for it may still come: it was neither paid nor given up. */
export const isUnpaid = ({ paidBy, state }: Pick<Order, 'paidBy' | 'state'>): boolean =>
  paidBy === null && (state === 'paying' || state === 'placed')

/** What a sum of an order is: paid, still to pay, or no longer asked for. */
export const sumSaid = (order: Pick<Order, 'paidBy' | 'state'>): string => {
  if (order.paidBy !== null) return '付了'
  return isUnpaid(order) ? '要付' : '本来要付'
}

/** How an order is paid, that it is not yet, or that nobody asks for it any more. */
export const paidSaid = ({ paidBy, state, kind }: Paying): string => {
  if (paidBy !== null) return `${channelNames[paidBy]}付过了`
  if (state === 'paying') return '等您用微信付'
  if (state !== 'placed') return '没有付过钱，不用再付'
  return payLaterSaid(kind)
}

/** Where the money is given of an order that was not paid when it was placed. */
export const payLaterSaid = (kind: Order['kind']): string =>
  kind === 'delivery' ? '送到的时候付给志愿者' : '取餐时到柜台付'

const looks: Readonly<Record<OrderState, Omit<Said, 'label'>>> = {
  paying: { tone: 'gold', drawing: 'clock' },
  placed: { tone: 'pine', drawing: 'check' },
  served: { tone: 'plain', drawing: 'check' },
  cancelled: { tone: 'plain', drawing: 'close' },
  expired: { tone: 'plain', drawing: 'close' },
  notCollected: { tone: 'plain' },
  calledOff: { tone: 'brick', drawing: 'close' },
}

/** What became of an order. */
export const orderSaid = (state: OrderState): Said => ({
  label: stateNames[state],
  ...looks[state],
})

/** Whether orders can still be placed, changed and cancelled. */
export const takesOrders = (
  { state, cutOff }: Pick<Service, 'state' | 'cutOff'>,
  now: Instant,
): boolean => state === 'published' && now < cutOff
