import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import type { CallError, InputOf, OutputOf } from '@/src/api/call'
import { bringWords } from '@/src/api/words'
import { canteen } from '@/src/api/words/canteen'
import type { Dish } from '@/types/canteen'
import type { Day } from '@/types/shared/day'
import { usePages, useRead, useSubmit } from './hooks'

bringWords('canteen', canteen)

/** Meals between two days as staff see them, drafts among them. */
export const useServices = (
  from: Day,
  to: Day,
  { enabled = true }: { enabled?: boolean } = {},
): UseQueryResult<OutputOf<'canteen', 'services'>, CallError> =>
  useRead('canteen', 'services', { from, to }, { enabled })

export const useSaveService = () => useSubmit('canteen', 'saveService')
export const usePublishService = () => useSubmit('canteen', 'publishService')
export const useCopyWeek = () => useSubmit('canteen', 'copyWeek')
export const useCloseEarly = () => useSubmit('canteen', 'closeEarly')
export const useReopenService = () => useSubmit('canteen', 'reopenService')
export const useCallOffService = () => useSubmit('canteen', 'callOffService')

export const useDishes = (): UseInfiniteQueryResult<Dish[], CallError> =>
  usePages('canteen', 'dishes', {})
export const useSaveDish = () => useSubmit('canteen', 'saveDish')

/** Several of us hand out at once: what the others gave shows within seconds. */
const everyTenSeconds = 10_000

/** Today's orders of a meal; kept on the phone, so that names are known without a network. */
export const useQueue = (
  service: string | undefined,
): UseQueryResult<OutputOf<'canteen', 'queue'>, CallError> =>
  useRead(
    'canteen',
    'queue',
    { service: service ?? '' },
    { enabled: service !== undefined, every: everyTenSeconds },
  )
export const useSetSoldOut = () => useSubmit('canteen', 'setSoldOut')

/** What somebody at the counter would pay; nothing is asked before a dish is chosen. */
export const useCounterQuote = (
  input: InputOf<'canteen', 'counterQuote'>,
): UseQueryResult<OutputOf<'canteen', 'counterQuote'>, CallError> =>
  useRead('canteen', 'counterQuote', input, { enabled: input.lines.length > 0 })
export const useCounterSale = () => useSubmit('canteen', 'counterSale')

export const useKitchenSheet = (
  service: string | undefined,
): UseQueryResult<OutputOf<'canteen', 'kitchenSheet'>, CallError> =>
  useRead('canteen', 'kitchenSheet', { service: service ?? '' }, { enabled: service !== undefined })

/** What is carried where: of a meal, or of a shift that carries one. */
export const useDeliveries = (
  of: InputOf<'canteen', 'deliveries'>,
): UseQueryResult<OutputOf<'canteen', 'deliveries'>, CallError> =>
  useRead('canteen', 'deliveries', of)

/** Who paid for a meal, also long ago, and what went back. */
export const usePaidOrders = (
  service: string,
): UseQueryResult<OutputOf<'canteen', 'paidOrders'>, CallError> =>
  useRead('canteen', 'paidOrders', { service })
export const useSettleByHand = () => useSubmit('canteen', 'settleByHand')
export const useRefund = () => useSubmit('canteen', 'refund')

/** Figures of a month, `YYYY-MM`. */
export const useSettlement = (
  month: string,
): UseQueryResult<OutputOf<'canteen', 'settlement'>, CallError> =>
  useRead('canteen', 'settlement', { month })
export const useExportSettlement = () => useSubmit('canteen', 'exportSettlement')
export const useCloseMonth = () => useSubmit('canteen', 'closeMonth')

export const usePriceRules = (): UseQueryResult<OutputOf<'canteen', 'priceRules'>, CallError> =>
  useRead('canteen', 'priceRules', {})
export const useSavePriceRule = () => useSubmit('canteen', 'savePriceRule')

export const useOperator = ({ enabled = true }: { enabled?: boolean } = {}): UseQueryResult<
  OutputOf<'canteen', 'operator'>,
  CallError
> => useRead('canteen', 'operator', {}, { enabled })
export const useSaveOperator = () => useSubmit('canteen', 'saveOperator')
