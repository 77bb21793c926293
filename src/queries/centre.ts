import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { call, type CallError, type OutputOf } from '@/src/api/call'
import { useCentre } from '@/src/api/centre'
import { useRead } from './hooks'

/** The first page; nothing is asked before a centre is chosen. */
export const useToday = (): UseQueryResult<OutputOf<'centre', 'today'>, CallError> =>
  useRead('centre', 'today', {}, { enabled: useCentre() !== null })

/** Centres to choose from, whatever centre is in use. */
export const useCentres = (): UseQueryResult<OutputOf<'centre', 'list'>, CallError> =>
  useQuery<OutputOf<'centre', 'list'>, CallError>({
    queryKey: ['centre', 'list'],
    queryFn: () => call('centre', 'list', {}, null),
  })
