import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import type { CallError, InputOf, OutputOf } from '@/src/api/call'
import { bringWords } from '@/src/api/words'
import { feedback } from '@/src/api/words/feedback'
import type { ListedSealed } from '@/types/shared/sealedCases'
import { usePages, useRead, useSubmit } from './hooks'

bringWords('feedback', feedback)

export type SealedView = InputOf<'feedback', 'sealedCases'>['view']

export const useSealedCases = (
  view: SealedView,
): UseInfiniteQueryResult<ListedSealed[], CallError> =>
  usePages('feedback', 'sealedCases', { view })

export const useMediatorsFor = (
  one: string,
): UseQueryResult<OutputOf<'feedback', 'mediatorsFor'>, CallError> =>
  useRead('feedback', 'mediatorsFor', { case: one })

export const useTakeSealed = () => useSubmit('feedback', 'takeSealed')
/** A look is a change: it is written down, and what was seen is kept nowhere on the phone. */
export const useOpenSealed = () => useSubmit('feedback', 'sealedCase')
export const useSealedStep = () => useSubmit('feedback', 'sealedStep')
export const useTranscribeSealed = () => useSubmit('feedback', 'transcribeSealed')
export const useSolveSealed = () => useSubmit('feedback', 'solveSealed')
export const useRangSealed = () => useSubmit('feedback', 'rangSealed')
export const useHandSealedOver = () => useSubmit('feedback', 'handSealedOver')
export const useOpenIdentity = () => useSubmit('feedback', 'openIdentity')
