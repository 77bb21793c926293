import {
  useQueryClient,
  type InfiniteData,
  type QueryClient,
  type UseQueryResult,
} from '@tanstack/react-query'
import type { CallError, InputOf, OutputOf } from '@/src/api/call'
import { useCentre } from '@/src/api/centre'
import { bringWords } from '@/src/api/words'
import { canteen } from '@/src/api/words/canteen'
import type { FamilyMember, Order } from '@/types/canteen'
import { useRead, useSubmit } from './hooks'

bringWords('canteen', canteen)

type Service = OutputOf<'canteen', 'service'>

/** Who can be ordered for. */
export type Eater = FamilyMember

/** One meal and who of my family could eat. */
export type MealOnOffer = Service

type Shown<T> = Pick<
  UseQueryResult<T, CallError>,
  'data' | 'dataUpdatedAt' | 'error' | 'isError' | 'isFetching' | 'fetchStatus' | 'refetch'
>

/** Portions go while people look at the menu. */
const everyHalfMinute = 30_000

export const useMenu = (): UseQueryResult<OutputOf<'canteen', 'menu'>, CallError> =>
  useRead('canteen', 'menu', {}, { every: everyHalfMinute })

/** One meal with what each of my family pays and why, or `forResident` in their place when staff act for somebody. */
export const useMeal = (service: string | undefined, forResident?: string): Shown<MealOnOffer> => {
  const reading = useRead(
    'canteen',
    'service',
    { service: service ?? '' },
    { enabled: service !== undefined, every: everyHalfMinute },
  )
  const eater = useRead(
    'canteen',
    'eater',
    { service: service ?? '', forResident },
    { enabled: service !== undefined && forResident !== undefined, every: everyHalfMinute },
  )
  if (forResident === undefined) return reading
  return {
    ...reading,
    data: reading.data && eater.data && { ...reading.data, family: [eater.data] },
    error: reading.error ?? eater.error,
    isError: reading.isError || eater.isError,
    isFetching: reading.isFetching || eater.isFetching,
    refetch: (options) => {
      void eater.refetch(options)
      return reading.refetch(options)
    },
  }
}

/** What dishes cost a person and why; nothing is asked before there is a person and a dish. */
export const useQuote = (
  input: InputOf<'canteen', 'quote'>,
  { enabled }: { enabled: boolean },
): UseQueryResult<OutputOf<'canteen', 'quote'>, CallError> =>
  useRead('canteen', 'quote', input, { enabled: enabled && input.lines.length > 0 })

export const usePlaceOrder = () => useSubmit('canteen', 'placeOrder')
export const useChangeOrder = () => useSubmit('canteen', 'changeOrder')
export const useCancelOrder = () => useSubmit('canteen', 'cancelOrder')
export const usePayOrder = () => useSubmit('canteen', 'payOrder')

/** Staff took the money before the meal. */
export const useMarkPaid = () => useSubmit('canteen', 'markPaid')

/** An order as the list of my family's orders had it: a code must show also where it was never opened by itself. */
const listedOrder = (
  client: QueryClient,
  centre: string | null,
  order: string,
): { data: Order; dataUpdatedAt: number } | undefined => {
  const key = ['canteen', 'mine', centre, {}, 'pages']
  const listed = client
    .getQueryData<InfiniteData<OutputOf<'canteen', 'mine'>>>(key)
    ?.pages.flatMap(({ items }) => items)
    .find(({ id }) => id === order)
  return listed && { data: listed, dataUpdatedAt: client.getQueryState(key)?.dataUpdatedAt ?? 0 }
}

/** While WeChat is being asked whether it was paid. */
const everyThreeSeconds = 3_000

/** One order; kept, so that its code shows without a network. `asking` while a payment is on its way. */
export const useOrder = (
  order: string,
  forResident: string | undefined,
  { asking = false }: { asking?: boolean } = {},
): Shown<Order> => {
  const client = useQueryClient()
  const centre = useCentre()
  const reading = useRead(
    'canteen',
    'order',
    { order, ...(forResident !== undefined && { forResident }) },
    { every: asking ? everyThreeSeconds : everyHalfMinute },
  )
  if (reading.data !== undefined) return reading
  return { ...reading, ...listedOrder(client, centre, order) }
}
