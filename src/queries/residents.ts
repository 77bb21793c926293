import type { UseQueryResult } from '@tanstack/react-query'
import type { CallError, OutputOf } from '@/src/api/call'
import { useRead, useSubmit } from './hooks'

export const useMe = (): UseQueryResult<OutputOf<'residents', 'me'>, CallError> =>
  useRead('residents', 'me', {})

export const useSignIn = () => useSubmit('residents', 'signIn')

/** A person as staff of their node see them. */
export const usePerson = (
  person: string,
  { enabled = true }: { enabled?: boolean } = {},
): UseQueryResult<OutputOf<'residents', 'getPerson'>, CallError> =>
  useRead('residents', 'getPerson', { person }, { enabled })
