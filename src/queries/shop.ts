import {
  useInfiniteQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import { call, type CallError, type OutputOf } from '@/src/api/call'
import { useCentre } from '@/src/api/centre'
import { bringWords } from '@/src/api/words'
import { shop } from '@/src/api/words/shop'
import type {
  Goods,
  GoodsCategory,
  Needed,
  Promised,
  Purchase,
  ShopAboutNow,
  ShopOrder,
  Statement,
} from '@/types/shop'
import { useFreshWhenShown, usePages, useRead, useSubmit } from './hooks'

bringWords('shop', shop)

/** What is on the shelf, as far as it was read, and where the shop is. */
export interface Shelf {
  goods: Goods[]
  about: ShopAboutNow | null
  /** What the whole shop still needs. */
  needed: Needed[]
}

/** All of it, or one category. */
export const useShelf = (category?: GoodsCategory): UseInfiniteQueryResult<Shelf, CallError> => {
  const centre = useCentre()
  const of = category === undefined ? {} : { category }
  type Page = OutputOf<'shop', 'shelf'>
  const result = useInfiniteQuery<Page, CallError, Shelf, readonly unknown[], string | null>({
    queryKey: ['shop', 'shelf', centre, of],
    queryFn: ({ pageParam }) =>
      call('shop', 'shelf', { ...of, ...(pageParam !== null && { after: pageParam }) }, centre),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }: InfiniteData<Page>) => ({
      goods: pages.flatMap(({ items }) => items),
      about: pages[0]?.about ?? null,
      needed: pages[0]?.needed ?? [],
    }),
  })
  useFreshWhenShown(true, result)
  return result
}

/** One of them; when it is no longer there, `NotFound`. */
export const useGoodsOnShelf = (
  goods: string,
): UseQueryResult<OutputOf<'shop', 'goodsOnShelf'>, CallError> =>
  useRead('shop', 'goodsOnShelf', { goods })

/** My points, or those of one of mine, and what all of us ordered, as far as it was read. */
export interface Mine {
  points: number
  /** What is kept for us as aid. */
  aid: Promised[]
  orders: ShopOrder[]
}

export const useMyShop = (
  forResident: string | undefined,
  { enabled }: { enabled: boolean },
): UseInfiniteQueryResult<Mine, CallError> => {
  const centre = useCentre()
  const whose = forResident === undefined ? {} : { forResident }
  type Page = OutputOf<'shop', 'mine'>
  const result = useInfiniteQuery<Page, CallError, Mine, readonly unknown[], string | null>({
    queryKey: ['shop', 'mine', centre, whose],
    queryFn: ({ pageParam }) =>
      call('shop', 'mine', { ...whose, ...(pageParam !== null && { after: pageParam }) }, centre),
    initialPageParam: null,
    getNextPageParam: ({ orders }) => orders.next,
    select: ({ pages }: InfiniteData<Page>) => ({
      points: pages[0]?.points ?? 0,
      aid: pages[0]?.aid ?? [],
      orders: pages.flatMap(({ orders }) => orders.items),
    }),
    enabled,
  })
  useFreshWhenShown(enabled, result)
  return result
}

export const useOrderGoods = () => useSubmit('shop', 'order')
export const useCancelShopOrder = () => useSubmit('shop', 'cancelOrder')

export const useMyPurchases = (
  forResident: string | undefined,
  { enabled }: { enabled: boolean },
): UseInfiniteQueryResult<Purchase[], CallError> =>
  usePages('shop', 'myPurchases', forResident === undefined ? {} : { forResident }, { enabled })
export const useAskPurchase = () => useSubmit('shop', 'askPurchase')
export const useCancelPurchase = () => useSubmit('shop', 'cancelPurchase')

export const useStatements = (): UseInfiniteQueryResult<Statement[], CallError> =>
  usePages('shop', 'statements', {})
