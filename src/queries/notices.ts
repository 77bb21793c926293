import type { UseQueryResult } from '@tanstack/react-query'
import type { CallError, OutputOf } from '@/src/api/call'
import { useRead, useSubmit } from './hooks'

/** What WeChat's dialog may ask leave for. */
export const useTemplates = ({
  enabled,
}: {
  enabled: boolean
}): UseQueryResult<OutputOf<'notices', 'templates'>, CallError> =>
  useRead('notices', 'templates', {}, { enabled })

export const useRecordConsent = () => useSubmit('notices', 'recordConsent')
