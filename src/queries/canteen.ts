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
import type { FamilyMember, Order, PriceReason } from '@/types/canteen'
import type { PersonForStaff } from '@/types/residents'
import { useRead, useSubmit } from './hooks'
import { usePerson } from './residents'

bringWords('canteen', canteen)

type Service = OutputOf<'canteen', 'service'>

/** Who can be ordered for. Of somebody staff order for, the price is known once dishes are chosen. */
export type Eater = Omit<FamilyMember, 'reason'> & { reason: PriceReason | null }

/** One meal and who of my family could eat. */
export type MealOnOffer = Omit<Service, 'family'> & { family: Eater[] }

type Shown<T> = Pick<
  UseQueryResult<T, CallError>,
  'data' | 'dataUpdatedAt' | 'error' | 'isError' | 'isFetching' | 'fetchStatus' | 'refetch'
>

/** Portions go while people look at the menu. */
const everyHalfMinute = 30_000

export const useMenu = (): UseQueryResult<OutputOf<'canteen', 'menu'>, CallError> =>
  useRead('canteen', 'menu', {}, { every: everyHalfMinute })

/** Staff order for somebody else: that person alone stands where the family would. */
const insteadOfFamily = (meal: Service, { id, name, homeName }: PersonForStaff): MealOnOffer => ({
  ...meal,
  family: [{ id, name, homeName, self: false, reason: null, again: null, order: null }],
})

/** One meal with what each of my family pays and why, or `forResident` in their place when staff act for somebody. */
export const useMeal = (service: string | undefined, forResident?: string): Shown<MealOnOffer> => {
  const reading = useRead(
    'canteen',
    'service',
    { service: service ?? '' },
    { enabled: service !== undefined, every: everyHalfMinute },
  )
  const person = usePerson(forResident)
  if (forResident === undefined) return reading
  return {
    ...reading,
    data: reading.data && person.data && insteadOfFamily(reading.data, person.data),
    error: reading.error ?? person.error,
    isFetching: reading.isFetching || person.isFetching,
    refetch: (options) => {
      void person.refetch(options)
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
