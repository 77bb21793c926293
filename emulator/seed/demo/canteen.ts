import type { DishDraft, OperatorInfo, ServiceDraft } from '@/types/canteen'
import { addDays, instantOf, type Day } from '@/types/shared/day'
import type { Phones } from './index'

/** Who runs the canteen; name and number are invented. */
const operator: OperatorInfo = {
  name: '荷香社区餐饮（演示）',
  licence: 'JY00000000000000（演示）',
  licencePhoto: null,
  halal: false,
  phone: '0371-5550101',
  merchant: '1900000109',
}

const dish = (
  name: string,
  price: number,
  marks: DishDraft['marks'] = [],
  allergens: DishDraft['allergens'] = [],
  discountable = true,
): DishDraft => ({ name, price, marks, allergens, photo: null, discountable })

/** What a canteen of the place cooks; prices in fen. */
const menu: readonly DishDraft[] = [
  dish('米饭', 100, ['vegetarian']),
  dish('馒头', 100, ['vegetarian', 'soft'], ['gluten']),
  dish('小米粥', 200, ['vegetarian', 'soft', 'lowSugar']),
  dish('番茄炒蛋', 800, ['soft', 'noPork'], ['egg']),
  dish('清炒时蔬', 600, ['vegetarian', 'lowSalt', 'noPork']),
  dish('家常豆腐', 700, ['vegetarian', 'soft'], ['soy']),
  dish('红烧肉', 1600, ['soft'], ['soy']),
  dish('清蒸鲈鱼', 1800, ['lowSalt', 'soft', 'noPork'], ['fish']),
  dish('土豆烧牛肉', 1600, ['noPork'], ['soy']),
  dish('冬瓜排骨汤', 900, ['lowSalt', 'soft']),
  dish('烩面', 1200, ['noPork'], ['gluten', 'soy']),
  dish('盒装酸奶', 350, ['vegetarian'], ['milk'], false),
]

/** Lunch of the n-th day: the staples, and dishes that take turns. */
const lunchOf = (n: number, day: Day, node: string, dishes: readonly string[]): ServiceDraft => {
  const turning = Array.from({ length: 4 }, (_, i) => 3 + ((n * 2 + i * 2 + (i > 1 ? 1 : 0)) % 8))
  const chosen = [...new Set([0, 1, 2, ...turning, 11])]
  return {
    day,
    meal: 'lunch',
    startsAt: '11:00',
    endsAt: '12:30',
    cutOff: instantOf(day, '09:30'),
    placeName: '共享餐厅（中心一楼西侧）',
    node,
    kinds: ['eatIn', 'takeAway', 'delivery'],
    counterPercent: 20,
    offers: chosen.map((i) => ({ dish: dishes[i] ?? '', portions: i < 3 ? 80 : 40 })),
  }
}

interface Place {
  today: Day
  node: string
  newKey: () => string
}

/** The operator, dishes, and lunches from yesterday to six days ahead, in the order of the days. */
export const openCanteen = async (
  as: Phones,
  { today, node, newKey }: Place,
): Promise<string[]> => {
  const cook = as('demo-kitchen')
  await as('demo-staff')('canteen', 'saveOperator', { key: newKey(), operator })
  const dishes: string[] = []
  for (const draft of menu)
    dishes.push((await cook('canteen', 'saveDish', { key: newKey(), draft })).id)
  const lunches: string[] = []
  for (let n = -1; n <= 6; n++) {
    const draft = lunchOf(n + 1, addDays(today, n), node, dishes)
    const planned = { key: newKey(), draft, publish: true }
    lunches.push((await cook('canteen', 'saveService', planned)).service)
  }
  return lunches
}

interface Wish {
  key: string
  service: string
  forResident?: string
  kind: 'eatIn' | 'takeAway'
}

/** Rice and the first two dishes of a lunch, for who calls or somebody of theirs; paid at the counter. */
export const orderLunch = async (
  call: ReturnType<Phones>,
  { service, ...wish }: Wish,
): Promise<string> => {
  const { offers } = (await call('canteen', 'service', { service })).service
  const chosen = [offers[0], ...offers.slice(3, 5)].flatMap((offer) => offer?.dish ?? [])
  const lines = chosen.map((one) => ({ dish: one, portions: 1 }))
  const { order } = await call('canteen', 'placeOrder', { ...wish, service, lines, pay: 'counter' })
  return order.id
}
