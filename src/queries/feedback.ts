import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import type { CallError, InputOf, OutputOf } from '@/src/api/call'
import { bringWords } from '@/src/api/words'
import { feedback } from '@/src/api/words/feedback'
import type { CaseSummary, FollowedCase } from '@/types/feedback'
import { usePages, useRead, useSubmit } from './hooks'

bringWords('feedback', feedback)

type Shown<P extends 'categories' | 'staffAround' | 'similar'> = UseQueryResult<
  OutputOf<'feedback', P>,
  CallError
>

/** `forResident` in an input, where somebody else is meant. */
export const meant = (
  forResident: string | undefined,
): Readonly<Record<'forResident', string>> | Readonly<Record<never, string>> =>
  forResident === undefined ? {} : { forResident }

export const useCategories = (): Shown<'categories'> => useRead('feedback', 'categories', {})

/** Staff of a place, or of where somebody lives, for a message about one of them. */
export const useStaffAround = (input: InputOf<'feedback', 'staffAround'>): Shown<'staffAround'> =>
  useRead('feedback', 'staffAround', input)

/** Open cases like what is about to be said; nothing is asked before both are known. */
export const useSimilarCases = (input: InputOf<'feedback', 'similar'> | null): Shown<'similar'> =>
  useRead('feedback', 'similar', input ?? { category: '', place: { node: '', where: '' } }, {
    enabled: input !== null,
  })

/** Sends a message under the key that is kept with its draft. */
export const useSpeakUp = (key: string) => useSubmit('feedback', 'submit', key)
export const useJoinCase = () => useSubmit('feedback', 'join')

export const useMyCases = (
  forResident: string | undefined,
  { enabled }: { enabled: boolean },
): UseInfiniteQueryResult<CaseSummary[], CallError> =>
  usePages('feedback', 'mine', meant(forResident), { enabled })

/** Pictures pass, and staff act, while somebody looks on. */
const everyHalfMinute = 30_000

export const useCase = (
  id: string,
  forResident: string | undefined,
): UseQueryResult<FollowedCase, CallError> =>
  useRead('feedback', 'show', { case: id, ...meant(forResident) }, { every: everyHalfMinute })

export const useLeaveJoin = () => useSubmit('feedback', 'leaveJoin')
export const useEditCase = (key: string) => useSubmit('feedback', 'edit', key)
export const useAnswerCase = (key: string) => useSubmit('feedback', 'answer', key)
export const useWithdrawCase = () => useSubmit('feedback', 'withdraw')
export const useComes = () => useSubmit('feedback', 'comes')
export const useConfirmCase = (key: string) => useSubmit('feedback', 'confirm', key)
export const useReopenCase = (key: string) => useSubmit('feedback', 'reopen', key)
