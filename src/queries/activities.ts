import { useQuery, type UseInfiniteQueryResult, type UseQueryResult } from '@tanstack/react-query'
import { needsGuardian } from '@/domain/activities/eligibility'
import { call, type CallError, type InputOf, type OutputOf } from '@/src/api/call'
import type { ActivityCard, ActivityDetail, Registration } from '@/types/activities'
import type { PersonForStaff } from '@/types/residents'
import { dayOf } from '@/types/shared/day'
import { usePages, useRead, useSubmit } from './hooks'
import { usePerson } from './residents'
import { everyTenSeconds, isFinal } from './wall'

export const useActivities = (
  filter: Omit<InputOf<'activities', 'list'>, 'after'>,
): UseInfiniteQueryResult<ActivityCard[], CallError> => usePages('activities', 'list', filter)

/** Staff sign up somebody else: that person alone stands where the family would. */
const insteadOfFamily = (
  activity: ActivityDetail,
  { id, name, birthDate }: PersonForStaff,
): ActivityDetail => ({
  ...activity,
  family: [
    {
      id,
      name,
      self: false,
      state: null,
      position: null,
      needsGuardian: needsGuardian({ birthDate }, dayOf(activity.startsAt)),
      reason: null,
    },
  ],
})

type Shown<T> = Pick<
  UseQueryResult<T, CallError>,
  'data' | 'dataUpdatedAt' | 'error' | 'isError' | 'isFetching' | 'fetchStatus' | 'refetch'
>

/** One activity with what my family, or `forResident` when staff act for somebody, could do about it. */
export const useActivity = (activity: string, forResident?: string): Shown<ActivityDetail> => {
  const reading = useRead('activities', 'get', { activity })
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

export const useParticipants = (
  activity: string,
  { enabled }: { enabled: boolean },
): UseQueryResult<OutputOf<'activities', 'participants'>, CallError> =>
  useRead('activities', 'participants', { activity }, { enabled })

/** The line moves while people look at it. */
const everyHalfMinute = 30_000

export const useMySignUps = (
  past: boolean,
  { enabled }: { enabled: boolean },
): UseInfiniteQueryResult<Registration[], CallError> =>
  usePages('activities', 'mine', { past }, { enabled, ...(!past && { every: everyHalfMinute }) })

export const useSignUp = () => useSubmit('activities', 'signUp')

export const useCancelSignUp = () => useSubmit('activities', 'cancel')

/** What my nodes run, next first; `past` for what is over, latest first. */
export const useStaffActivities = (
  past: boolean,
): UseInfiniteQueryResult<ActivityCard[], CallError> =>
  usePages('activities', 'listForStaff', { past })

export const useDraft = (
  activity: string | undefined,
): UseQueryResult<OutputOf<'activities', 'getDraft'>, CallError> =>
  useRead(
    'activities',
    'getDraft',
    { activity: activity ?? '' },
    { enabled: activity !== undefined },
  )
export const usePublish = () => useSubmit('activities', 'publish')
export const useEdit = () => useSubmit('activities', 'edit')
export const useWithdraw = () => useSubmit('activities', 'withdraw')

/** Several of us may stand at the door: what the others ticked shows within half a minute. */
export const useRoster = (
  activity: string,
): UseQueryResult<OutputOf<'activities', 'roster'>, CallError> =>
  useRead('activities', 'roster', { activity }, { every: everyHalfMinute })
export const useTick = () => useSubmit('activities', 'tick')
export const useTickAll = () => useSubmit('activities', 'tickAll')
export const useConfirmCheckIn = () => useSubmit('activities', 'confirmCheckIn')
export const usePromote = () => useSubmit('activities', 'promote')
export const useDrawLots = () => useSubmit('activities', 'drawLots')
export const useCountHeads = () => useSubmit('activities', 'countHeads')

export const useCompletion = (
  activity: string,
  { enabled }: { enabled: boolean },
): UseQueryResult<OutputOf<'activities', 'completion'>, CallError> =>
  useRead('activities', 'completion', { activity }, { enabled })

export const useCertify = () => useSubmit('activities', 'certify')

export const usePoster = (
  activity: string,
): UseQueryResult<OutputOf<'activities', 'poster'>, CallError> =>
  useRead('activities', 'poster', { activity })

export const useStatistics = (
  period: InputOf<'activities', 'statistics'>,
): UseQueryResult<OutputOf<'activities', 'statistics'>, CallError> =>
  useRead('activities', 'statistics', period)

/**
 * The code a venue screen shows now. It asks on by itself, whatever the device says of its network, until the answer
 * is final. `display` is the token of a screen on the wall; without it, staff opened it on their own phone.
 */
export const useCheckInCode = (
  activity: string,
  { centre, display }: { centre: string | null; display: string | undefined },
): UseQueryResult<OutputOf<'activities', 'checkInCode'>, CallError> =>
  useQuery<OutputOf<'activities', 'checkInCode'>, CallError>({
    queryKey: ['activities', 'checkInCode', centre, { activity }],
    queryFn: () => call('activities', 'checkInCode', { activity }, centre, display),
    networkMode: 'always',
    retry: false,
    gcTime: 0,
    refetchIntervalInBackground: true,
    refetchInterval: ({ state: { error } }) => (isFinal(error) ? false : everyTenSeconds),
  })
