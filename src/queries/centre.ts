import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useRef } from 'react'
import { call, type CallError, type InputOf, type OutputOf } from '@/src/api/call'
import { useCentre } from '@/src/api/centre'
import { newKey } from '@/src/api/key'
import { usePages, useRead, useSubmit } from './hooks'

/** The first page; nothing is asked before a centre is chosen. */
export const useToday = (): UseQueryResult<OutputOf<'centre', 'today'>, CallError> =>
  useRead('centre', 'today', {}, { enabled: useCentre() !== null })

/** A centre is opened a few times in a deployment's life. */
const centresStaleMs = 60 * 60_000

/** Centres to choose from, whatever centre is in use. */
export const useCentres = (): UseQueryResult<OutputOf<'centre', 'list'>, CallError> =>
  useQuery<OutputOf<'centre', 'list'>, CallError>({
    queryKey: ['centre', 'list'],
    queryFn: () => call('centre', 'list', {}, null),
    staleTime: centresStaleMs,
  })

export const useAbout = (): UseQueryResult<OutputOf<'centre', 'about'>, CallError> =>
  useRead('centre', 'about', {})
export const useSaveAbout = () => useSubmit('centre', 'saveAbout')

export const useSettings = (): UseQueryResult<OutputOf<'centre', 'settings'>, CallError> =>
  useRead('centre', 'settings', {})
export const useSaveSettings = () => useSubmit('centre', 'saveSettings')

interface Opening {
  /** The code the new centre will have. */
  code: string
  input: Omit<InputOf<'centre', 'open'>, 'key'>
}

/**
 * Opens a centre. Unlike other submits it is never kept for later: the setup code must not stay in the phone's storage.
 */
export const useOpenCentre = () => {
  const client = useQueryClient()
  const key = useRef<string | null>(null)
  return useMutation<OutputOf<'centre', 'open'>, CallError, Opening>({
    networkMode: 'always',
    gcTime: 0,
    mutationFn: ({ code, input }) => {
      key.current ??= newKey()
      return call('centre', 'open', { ...input, key: key.current }, code)
    },
    onSettled: (_value, failure) => {
      if (!failure?.passing) key.current = null
      void client.invalidateQueries()
    },
  })
}

export const useDisplays = (): UseQueryResult<OutputOf<'centre', 'listDisplays'>, CallError> =>
  useRead('centre', 'listDisplays', {})
export const useIssueDisplay = () => useSubmit('centre', 'issueDisplay')
export const useRevokeDisplay = () => useSubmit('centre', 'revokeDisplay')

export type AuditEntry = OutputOf<'centre', 'auditLog'>['items'][number]

/** Who did what in a staff role, of a day or about a person, newest first. */
export const useAuditLog = (
  filter: Omit<InputOf<'centre', 'auditLog'>, 'after'>,
): UseInfiniteQueryResult<AuditEntry[], CallError> => usePages('centre', 'auditLog', filter)
