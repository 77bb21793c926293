import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import type { CallError } from '@/src/api/call'
import { now } from '@/src/api/clock'
import type { Order } from '@/types/canteen'
import { usePages } from './hooks'

/** My family's orders, newest meal first; or those of a resident whom staff act for. */
export const useMyMeals = ({
  enabled,
  forResident,
}: {
  enabled: boolean
  forResident?: string
}): UseInfiniteQueryResult<Order[], CallError> =>
  usePages('canteen', 'mine', forResident === undefined ? {} : { forResident }, { enabled })

/** The meal that comes next for me and my people: ordered, not fetched, not over. */
export const useNextMeal = ({ enabled }: { enabled: boolean }): Order | undefined => {
  const { data = [] } = useMyMeals({ enabled })
  const at = now()
  return data
    .filter(({ state, endsAt }) => (state === 'placed' || state === 'paying') && at < endsAt)
    .sort((a, b) => a.startsAt - b.startsAt)[0]
}
