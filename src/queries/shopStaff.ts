import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import type { CallError, OutputOf } from '@/src/api/call'
import { bringWords } from '@/src/api/words'
import { shop } from '@/src/api/words/shop'
import type {
  Aid,
  AidState,
  CountedGoods,
  GoodsForStaff,
  Loan,
  PurchaseForStaff,
  PurchaseState,
  ShopOrderForStaff,
  StockEntry,
} from '@/types/shop'
import { usePages, useRead, useSubmit } from './hooks'

bringWords('shop', shop)

/** What is low first; or what is no longer sold. */
export const useGoods = (retired = false): UseInfiniteQueryResult<GoodsForStaff[], CallError> =>
  usePages('shop', 'goodsForStaff', { retired })
export const useSaveGoods = () => useSubmit('shop', 'saveGoods')
export const useSaveShopAbout = () => useSubmit('shop', 'saveShopAbout')

export const useTakeIn = () => useSubmit('shop', 'takeIn')
export const useReceipt = (
  entry: string | undefined,
): UseQueryResult<OutputOf<'shop', 'receipt'>, CallError> =>
  useRead('shop', 'receipt', { entry: entry ?? '' }, { enabled: entry !== undefined })

/** Who stands at the counter. */
export const useCustomer = (
  person: string | undefined,
): UseQueryResult<OutputOf<'shop', 'customer'>, CallError> =>
  useRead('shop', 'customer', { person: person ?? '' }, { enabled: person !== undefined })
export const useSell = () => useSubmit('shop', 'sell')
export const useRedeem = () => useSubmit('shop', 'redeem')
export const useHandOut = () => useSubmit('shop', 'handOut')

/** Residents order while we look. */
const everyHalfMinute = 30_000

export const useOrdersToHandOver = (): UseInfiniteQueryResult<ShopOrderForStaff[], CallError> =>
  usePages('shop', 'ordersToHandOver', {}, { every: everyHalfMinute })
export const useHandOver = () => useSubmit('shop', 'handOver')

export const useLedger = (goods?: string): UseInfiniteQueryResult<StockEntry[], CallError> =>
  usePages('shop', 'ledger', goods === undefined ? {} : { goods })
export const useReverse = () => useSubmit('shop', 'reverse')
export const useLentOut = (): UseInfiniteQueryResult<Loan[], CallError> =>
  usePages('shop', 'lentOut', {})
export const useTakeBack = () => useSubmit('shop', 'takeBack')

export const useAidRequests = (state: AidState): UseInfiniteQueryResult<Aid[], CallError> =>
  usePages('shop', 'aidRequests', { state })
export const useGoodsToPick = (): UseQueryResult<OutputOf<'shop', 'goodsToPick'>, CallError> =>
  useRead('shop', 'goodsToPick', {})
export const useAskAid = () => useSubmit('shop', 'askAid')
export const useDecideAid = () => useSubmit('shop', 'decideAid')
export const useGiveAid = () => useSubmit('shop', 'giveAid')

export const usePurchases = (
  state: PurchaseState,
): UseInfiniteQueryResult<PurchaseForStaff[], CallError> => usePages('shop', 'purchases', { state })
export const useMarkBought = () => useSubmit('shop', 'markBought')
export const useGiveUpPurchase = () => useSubmit('shop', 'giveUpPurchase')
export const useHandOverPurchase = () => useSubmit('shop', 'handOverPurchase')

export const useStocktaking = (): UseQueryResult<OutputOf<'shop', 'stocktaking'>, CallError> =>
  useRead('shop', 'stocktaking', {})
export const useStocktakingLines = (
  stocktaking: string,
): UseInfiniteQueryResult<CountedGoods[], CallError> =>
  usePages('shop', 'stocktakingLines', { stocktaking })
export const useStartStocktaking = () => useSubmit('shop', 'startStocktaking')
export const useCountGoods = () => useSubmit('shop', 'countGoods')
export const useCloseStocktaking = () => useSubmit('shop', 'closeStocktaking')
export const useDropStocktaking = () => useSubmit('shop', 'dropStocktaking')

/** A month in sums, `YYYY-MM`. */
export const useStatement = (
  month: string,
): UseQueryResult<OutputOf<'shop', 'statement'>, CallError> =>
  useRead('shop', 'statement', { month })
export const usePublishStatement = () => useSubmit('shop', 'publishStatement')
