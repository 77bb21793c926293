import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { bringWords } from '@/src/api/words'
import { volunteers } from '@/src/api/words/volunteers'
import { call, type CallError, type OutputOf } from '@/src/api/call'
import { useRead, useSubmit } from './hooks'
import { everyTenSeconds, isFinal } from './wall'

bringWords('volunteers', volunteers)

/** A shift as its leader sees it, anew often enough that who scanned the code shows soon. */
export const useLeadShift = (
  shift: string,
): UseQueryResult<OutputOf<'volunteers', 'leadShift'>, CallError> =>
  useRead('volunteers', 'leadShift', { shift }, { every: 3 * everyTenSeconds })
export const useConfirmAsLeader = () => useSubmit('volunteers', 'confirmAsLeader')
export const useConfirmShiftHours = () => useSubmit('volunteers', 'confirmShiftHours')

/** The code a screen shows now. It asks on by itself until the answer is final; `display` is the token of a screen on the wall. */
export const useShiftCode = (
  shift: string,
  { centre, display }: { centre: string | null; display: string | undefined },
): UseQueryResult<OutputOf<'volunteers', 'shiftCode'>, CallError> =>
  useQuery<OutputOf<'volunteers', 'shiftCode'>, CallError>({
    queryKey: ['volunteers', 'shiftCode', centre, { shift }],
    queryFn: () => call('volunteers', 'shiftCode', { shift }, centre, display),
    networkMode: 'always',
    retry: false,
    gcTime: 0,
    refetchIntervalInBackground: true,
    refetchInterval: ({ state: { error } }) => (isFinal(error) ? false : everyTenSeconds),
  })
