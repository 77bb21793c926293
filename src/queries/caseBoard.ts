import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import type { CallError, InputOf, OutputOf } from '@/src/api/call'
import { bringWords } from '@/src/api/words'
import { feedback } from '@/src/api/words/feedback'
import type { BoardEntry } from '@/types/shared/caseBoard'
import { usePages, useRead, useSubmit } from './hooks'

bringWords('feedback', feedback)

export type ComplaintView = InputOf<'feedback', 'complaints'>['view']
export type Complaint = OutputOf<'feedback', 'complaints'>['items'][number]

export const useBoard = (): UseInfiniteQueryResult<BoardEntry[], CallError> =>
  usePages('feedback', 'board', {})
export const useComplain = (key: string) => useSubmit('feedback', 'complain', key)

export const useBoardDraft = (
  one: string,
): UseQueryResult<OutputOf<'feedback', 'boardDraft'>, CallError> =>
  useRead('feedback', 'boardDraft', { case: one })
export const usePublish = (key: string) => useSubmit('feedback', 'publish', key)
export const useUnpublish = () => useSubmit('feedback', 'unpublish')

export const useComplaints = (
  view: ComplaintView,
): UseInfiniteQueryResult<Complaint[], CallError> => usePages('feedback', 'complaints', { view })
export const useComplaint = (
  one: string,
): UseQueryResult<OutputOf<'feedback', 'complaint'>, CallError> =>
  useRead('feedback', 'complaint', { complaint: one })
export const useSettleComplaint = () => useSubmit('feedback', 'settleComplaint')

export const useDashboard = (
  input: InputOf<'feedback', 'dashboard'>,
): UseQueryResult<OutputOf<'feedback', 'dashboard'>, CallError> =>
  useRead('feedback', 'dashboard', input)
