import { canteen, type DishDraft, type ServiceDraft } from '@/types/canteen'
import { addDays, instantOf } from '@/types/shared/day'
import type { TestCloud } from '../support/cloud'
import { as, places, seedMembers, staffOf, startCentre } from '../support/people'
import type { StartOptions } from '../support/cloud'

/** The Saturday on which tests begin, and the cook who runs the canteen. */
export const today = '2026-11-21'
export const cook = 'o-cook'
export const helper = 'o-helper'
export const merchant = '1900000109'

/** A centre whose canteen has two people at the counter. */
export const startCanteen = async (options: StartOptions = {}): Promise<TestCloud> => {
  const cloud = await startCentre(options)
  await seedMembers(cloud, [
    { openid: cook, name: '马师傅', role: 'canteenStaff', node: places.centre },
    { openid: helper, name: '何阿姨', role: 'canteenStaff', node: places.centre },
  ])
  return cloud
}

/** `clock(cloud, '11:30')` of that Saturday, or of a day after it. */
export const clock = (cloud: TestCloud, time: string, days = 0) =>
  cloud.clock(new Date(instantOf(addDays(today, days), time)).toISOString())

export const eats = (cloud: TestCloud, openid: string) => as(cloud, canteen, openid)

const plain: DishDraft = {
  name: '红烧肉',
  price: 1250,
  marks: [],
  allergens: ['soy'],
  photo: null,
  discountable: true,
}

export const saveDish = async (cloud: TestCloud, draft: Partial<DishDraft> = {}): Promise<string> =>
  (await eats(cloud, cook)('saveDish', { draft: { ...plain, ...draft } })).id

/** Lunch of a day: 11:00 to 12:30, ordered until 10:00, a fifth of it for the counter. */
export const lunch = (
  dishes: Readonly<Record<string, number>>,
  change: Partial<ServiceDraft> = {},
) => {
  const { day = today } = change
  return {
    day,
    meal: 'lunch',
    startsAt: '11:00',
    endsAt: '12:30',
    cutOff: instantOf(day, '10:00'),
    placeName: '中心一楼西侧',
    node: places.centre,
    kinds: ['eatIn', 'takeAway', 'delivery'],
    counterPercent: 20,
    offers: Object.entries(dishes).map(([dish, portions]) => ({ dish, portions })),
    ...change,
  } satisfies ServiceDraft
}

export const publish = async (
  cloud: TestCloud,
  dishes: Readonly<Record<string, number>>,
  change: Partial<ServiceDraft> = {},
): Promise<string> => {
  const draft = lunch(dishes, change)
  return (await eats(cloud, cook)('saveService', { draft, publish: true })).service
}

/** Dishes at these prices, and a published lunch with ten portions of each. */
export const lunchOf = async (
  cloud: TestCloud,
  prices: readonly number[],
  change: Partial<ServiceDraft> = {},
  portions = 10,
) => {
  const dishes: string[] = []
  for (const [i, price] of prices.entries())
    dishes.push(await saveDish(cloud, { name: `菜${i + 1}`, price }))
  const service = await publish(
    cloud,
    Object.fromEntries(dishes.map((dish) => [dish, portions])),
    change,
  )
  return { service, dishes }
}

/** One portion of each. */
export const oneOf = (...dishes: string[]) => dishes.map((dish) => ({ dish, portions: 1 }))

/** The licensed operator, with or without WeChat Pay. */
export const openCanteen = (cloud: TestCloud, paysByWechat = false) =>
  eats(cloud, staffOf.centreStaff)('saveOperator', {
    operator: {
      name: '荷香餐饮',
      licence: 'JY24101000000001',
      licencePhoto: null,
      halal: false,
      phone: null,
      merchant: paysByWechat ? merchant : null,
    },
  })

export const documents = async <T>(
  cloud: TestCloud,
  collection: string,
  where: object,
): Promise<T[]> => {
  const { data } = (await cloud.admin.collection(collection).where(where).limit(1000).get()) as {
    data: T[]
  }
  return data
}

/** What a call was refused with, data and all; null when it was not. */
export const refusal = (call: Promise<unknown>) =>
  call.then(
    () => null,
    ({ code, data }: { code: string; data: unknown }) => ({ code, data }),
  )
