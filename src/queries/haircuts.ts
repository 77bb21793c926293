import { bringWords } from '@/src/api/words'
import { haircuts } from '@/src/api/words/haircuts'
import { useQuery, type UseInfiniteQueryResult, type UseQueryResult } from '@tanstack/react-query'
import { call, type CallError, type InputOf, type OutputOf } from '@/src/api/call'
import type { HaircutRule, HomeVisit, Ticket } from '@/types/haircuts'
import type { PersonForStaff } from '@/types/residents'
import { usePages, useRead, useSubmit } from './hooks'
import { usePerson } from './residents'
import { everyTenSeconds, isFinal } from './wall'

bringWords('haircuts', haircuts)

type Schedule = OutputOf<'haircuts', 'schedule'>

/** On the day the line moves while people look at it. */
const everyHalfMinute = 30_000

/** Staff act for somebody else: that person alone, with their numbers, stands where the family would. */
const insteadOfFamily = (
  schedule: Schedule,
  { id, name }: PersonForStaff,
  tickets: readonly Ticket[],
): Schedule => ({ ...schedule, family: [{ id, name, self: false, tickets: [...tickets] }] })

type Shown<T> = Pick<
  UseQueryResult<T, CallError>,
  'data' | 'dataUpdatedAt' | 'error' | 'isError' | 'isFetching' | 'fetchStatus' | 'refetch'
>

/** The dates to come and the sessions that can be booked, with what my family holds, or `forResident` in its place. */
export const useHaircuts = (forResident?: string): Shown<Schedule> => {
  const reading = useRead('haircuts', 'schedule', {}, { every: everyHalfMinute })
  const person = usePerson(forResident)
  const theirs = useRead(
    'haircuts',
    'mine',
    { forResident },
    { enabled: forResident !== undefined, every: everyHalfMinute },
  )
  if (forResident === undefined) return reading
  return {
    ...reading,
    data:
      reading.data &&
      person.data &&
      theirs.data &&
      insteadOfFamily(reading.data, person.data, theirs.data.items),
    error: reading.error ?? person.error ?? theirs.error,
    isError: reading.isError || person.isError || theirs.isError,
    isFetching: reading.isFetching || person.isFetching || theirs.isFetching,
    refetch: (options) => {
      void person.refetch(options)
      void theirs.refetch(options)
      return reading.refetch(options)
    },
  }
}

export const useBookHaircut = () => useSubmit('haircuts', 'book')
export const useCancelHaircut = () => useSubmit('haircuts', 'cancel')
export const useChooseHaircut = () => useSubmit('haircuts', 'choose')

export const useMyHomeVisits = ({
  enabled,
}: {
  enabled: boolean
}): UseQueryResult<OutputOf<'haircuts', 'myHomeVisits'>, CallError> =>
  useRead('haircuts', 'myHomeVisits', {}, { enabled })
export const useAskHomeVisit = () => useSubmit('haircuts', 'askHomeVisit')
export const useCancelHomeVisit = () => useSubmit('haircuts', 'cancelHomeVisit')

export const useHaircutRule = (): UseQueryResult<OutputOf<'haircuts', 'rule'>, CallError> =>
  useRead('haircuts', 'rule', {})
export const usePreviewRule = (
  rule: HaircutRule,
): UseQueryResult<OutputOf<'haircuts', 'previewRule'>, CallError> =>
  useRead('haircuts', 'previewRule', { rule })
export const useSaveHaircutRule = () => useSubmit('haircuts', 'saveRule')

/** Colleagues work from the same queue: what they did shows within ten seconds. */
export const useHaircutQueue = (
  session: string | undefined,
): UseQueryResult<OutputOf<'haircuts', 'queue'>, CallError> =>
  useRead('haircuts', 'queue', session === undefined ? {} : { session }, {
    every: everyTenSeconds,
  })
export const useWalkIn = () => useSubmit('haircuts', 'walkIn')
export const useArrive = () => useSubmit('haircuts', 'arrive')
export const useCallNext = () => useSubmit('haircuts', 'callNext')
export const useFinishHaircut = () => useSubmit('haircuts', 'finish')
export const useNoShow = () => useSubmit('haircuts', 'noShow')
export const useBackInLine = () => useSubmit('haircuts', 'backInLine')

export const useHomeVisits = (
  state: InputOf<'haircuts', 'homeVisits'>['state'],
): UseInfiniteQueryResult<HomeVisit[], CallError> => usePages('haircuts', 'homeVisits', { state })
export const usePlanHomeVisit = () => useSubmit('haircuts', 'planHomeVisit')
export const useFinishHomeVisit = () => useSubmit('haircuts', 'finishHomeVisit')

/**
 * What the screen of the square shows. It asks on by itself, whatever the device says of its network, until the answer
 * is final. `display` is the token of a screen on the wall; without it, staff opened it on their own phone.
 */
export const useHaircutBoard = ({
  centre,
  display,
}: {
  centre: string | null
  display: string | undefined
}): UseQueryResult<OutputOf<'haircuts', 'board'>, CallError> =>
  useQuery<OutputOf<'haircuts', 'board'>, CallError>({
    queryKey: ['haircuts', 'board', centre, {}],
    queryFn: () => call('haircuts', 'board', {}, centre, display),
    networkMode: 'always',
    retry: false,
    gcTime: 0,
    refetchIntervalInBackground: true,
    refetchInterval: ({ state: { error } }) => (isFinal(error) ? false : everyTenSeconds),
  })
