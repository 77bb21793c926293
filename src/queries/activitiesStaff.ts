import { useQuery, type UseInfiniteQueryResult, type UseQueryResult } from '@tanstack/react-query'
import { call, type CallError, type InputOf, type OutputOf } from '@/src/api/call'
import type { ActivityCard } from '@/types/activities'
import { usePages, useRead, useSubmit } from './hooks'
import { everyTenSeconds, isFinal } from './wall'

/** Several of us may stand at the door: what the others ticked shows within half a minute. */
const everyHalfMinute = 30_000

/** What my nodes run, next first; `past` for what is over, latest first. */
export const useStaffActivities = (
  past: boolean,
): UseInfiniteQueryResult<ActivityCard[], CallError> =>
  usePages('activities', 'listForStaff', { past })

/** A published activity as staff wrote it, to edit or to copy. */
export const useActivityDraft = (
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
