import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import type { CallError, OutputOf } from '@/src/api/call'
import type { CallRow, Notice, Occasion } from '@/types/notices'
import { usePages, useRead, useSubmit } from './hooks'

/** What WeChat's dialog may ask leave for on an occasion. */
export const useTemplates = (
  occasion: Occasion,
  { enabled }: { enabled: boolean },
): UseQueryResult<OutputOf<'notices', 'templates'>, CallError> =>
  useRead('notices', 'templates', { occasion }, { enabled })

export const useRecordConsent = () => useSubmit('notices', 'recordConsent')

/** Whom to call, what is most urgent first; colleagues call from the same list. */
export const useCallList = (): UseInfiniteQueryResult<CallRow[], CallError> =>
  usePages('notices', 'callList', {}, { every: 60_000 })

export const useRecordCall = () => useSubmit('notices', 'recordCall')

/** What I and those I act for were told, newest first. */
export const useNotices = ({
  enabled,
}: {
  enabled: boolean
}): UseInfiniteQueryResult<Notice[], CallError> => usePages('notices', 'mine', {}, { enabled })

export const useMarkRead = () => useSubmit('notices', 'markRead')
