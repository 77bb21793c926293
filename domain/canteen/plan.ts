import type { Refusal } from '@/domain/shared/refusal'
import type { DishDraft, ServiceDraft, ServingKind } from '@/types/canteen'
import { instantOf, type Instant } from '@/types/shared/day'
import type { Claim, Offer, Serving } from './service'

/** What a menu needs of a dish. */
export type PlannedDish = Omit<DishDraft, 'photo'> & { photo: string | null }

/** A kitchen of this size does not cook more for one meal; the counts of a menu stay readable. */
const mostPortions = 2000

/** When a meal of a day begins and ends. */
export const timesOf = ({
  day,
  startsAt,
  endsAt,
}: Pick<ServiceDraft, 'day' | 'startsAt' | 'endsAt'>) => ({
  startsAt: instantOf(day, startsAt),
  endsAt: instantOf(day, endsAt),
})

/** Why a meal cannot be planned like this at a moment, or null. */
export const planRefusal = (draft: ServiceDraft, at: Instant): Refusal | null => {
  const { startsAt, endsAt } = timesOf(draft)
  if (endsAt <= startsAt || draft.cutOff > endsAt) return { code: 'TimesOutOfOrder' }
  if (endsAt <= at) return { code: 'InPast' }
  const dishes = draft.offers.map(({ dish }) => dish)
  if (new Set(dishes).size < dishes.length) return { code: 'DishTwice' }
  const portions = draft.offers.reduce((sum, offer) => sum + offer.portions, 0)
  return portions > mostPortions ? { code: 'TooManyPortions', data: { most: mostPortions } } : null
}

const waits = ({ state }: Claim): boolean => state === 'placed' || state === 'paying'

/** Why a plan cannot change under the orders that stand, or null. People chose this meal of this day, and how they eat it. */
export const replanRefusal = (
  service: Pick<Serving, 'day' | 'meal' | 'orders' | 'claims'> & { node: string },
  draft: Pick<ServiceDraft, 'day' | 'meal' | 'node' | 'kinds'>,
): Refusal | null => {
  const moved =
    draft.day !== service.day || draft.meal !== service.meal || draft.node !== service.node
  if (moved && service.orders > 0) return { code: 'PortionsTaken' }
  const dropped: ServingKind | undefined = Object.values(service.claims)
    .filter(waits)
    .map(({ kind }) => kind)
    .find((kind) => !draft.kinds.includes(kind))
  return dropped ? { code: 'KindInUse', data: { kind: dropped } } : null
}

/** Whether those who ordered would come at the wrong time, or to the wrong place. */
export const isElsewhere = (
  service: Pick<Serving, 'startsAt' | 'endsAt'> & { placeName: string },
  draft: ServiceDraft,
): boolean => {
  const { startsAt, endsAt } = timesOf(draft)
  return (
    startsAt !== service.startsAt ||
    endsAt !== service.endsAt ||
    draft.placeName !== service.placeName
  )
}

/** Portions kept for the counter, rounded up: a small meal has one too. */
export const poolOf = (portions: number, counterPercent: number): number =>
  Math.ceil((portions * counterPercent) / 100)

type Dishes = ReadonlyMap<string, PlannedDish>

/**
 * The menu of a draft, with the portions that were taken of the menu before. What people may have ordered keeps its
 * name and price (`keep`). Refuses dishes that are gone, and fewer portions than are taken.
 */
export const menuOf = (
  { offers, counterPercent }: Pick<ServiceDraft, 'offers' | 'counterPercent'>,
  dishes: Dishes,
  before: Serving['offers'] = {},
  keep = false,
): { offers: Record<string, Offer> } | { refusal: Refusal } => {
  const menu: Record<string, Offer> = {}
  for (const [place, { dish, portions }] of offers.entries()) {
    const known = before[dish]
    const about = known && keep ? known : dishes.get(dish)
    if (!about) return { refusal: { code: 'DishGone', data: { dish } } }
    const ordered = known ? known.portions - known.pool - known.left : 0
    const sold = known ? known.pool - known.counterLeft : 0
    if (portions < ordered + sold)
      return {
        refusal: { code: 'PortionsTaken', data: { name: about.name, least: ordered + sold } },
      }
    const pool = Math.min(Math.max(poolOf(portions, counterPercent), sold), portions - ordered)
    const { name, price, marks, allergens, photo, discountable } = about
    menu[dish] = {
      ...{ name, price, marks, allergens, photo, discountable, place, portions, pool },
      left: portions - pool - ordered,
      soldUnordered: known?.soldUnordered ?? 0,
      counterLeft: pool - sold,
      soldOut: known?.soldOut ?? false,
    }
  }
  for (const [dish, { name, portions, left, counterLeft }] of Object.entries(before))
    if (!menu[dish] && portions > left + counterLeft)
      return {
        refusal: { code: 'PortionsTaken', data: { name, least: portions - left - counterLeft } },
      }
  return { offers: menu }
}

/** The menu as staff planned it, in its order. */
export const planOf = (offers: Serving['offers']): { dish: string; portions: number }[] =>
  Object.entries(offers)
    .sort(([, a], [, b]) => a.place - b.place)
    .map(([dish, { portions }]) => ({ dish, portions }))
