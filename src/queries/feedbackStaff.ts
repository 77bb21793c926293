import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import type { CallError, InputOf, OutputOf } from '@/src/api/call'
import { bringWords } from '@/src/api/words'
import { feedback } from '@/src/api/words/feedback'
import type { CaseForStaff, ListedCase } from '@/types/feedback'
import { usePages, useRead, useSubmit } from './hooks'

bringWords('feedback', feedback)

type Answer<P extends 'byBuilding' | 'colleagues' | 'alike' | 'answerTemplates' | 'flows'> =
  UseQueryResult<OutputOf<'feedback', P>, CallError>

export type CasesAsked = Omit<InputOf<'feedback', 'cases'>, 'after'>

/** Residents answer while staff look. */
const everyMinute = 60_000

export const useStaffCases = (asked: CasesAsked): UseInfiniteQueryResult<ListedCase[], CallError> =>
  usePages('feedback', 'cases', asked, { every: everyMinute })
export const useStaffCase = (id: string): UseQueryResult<CaseForStaff, CallError> =>
  useRead('feedback', 'caseForStaff', { case: id })
export const useCasesByBuilding = (): Answer<'byBuilding'> => useRead('feedback', 'byBuilding', {})
export const useColleagues = (
  cases: readonly string[],
  { enabled = true }: { enabled?: boolean } = {},
): Answer<'colleagues'> => useRead('feedback', 'colleagues', { cases: [...cases] }, { enabled })
export const useAlike = (id: string): Answer<'alike'> => useRead('feedback', 'alike', { case: id })
export const useAnswerTemplates = (): Answer<'answerTemplates'> =>
  useRead('feedback', 'answerTemplates', {})
export const useFlows = (): Answer<'flows'> => useRead('feedback', 'flows', {})

/** The acts of staff on a case; `key` of the draft, where there is one. */
export const useCaseAct = <
  P extends
    | 'take'
    | 'handOver'
    | 'askBack'
    | 'note'
    | 'refer'
    | 'reply'
    | 'invite'
    | 'solve'
    | 'rang'
    | 'refuse'
    | 'merge'
    | 'unmerge'
    | 'split'
    | 'correct'
    | 'transcribe'
    | 'release'
    | 'settlePicture',
>(
  act: P,
  key?: string,
) => useSubmit('feedback', act, key)
export const useHandOverSeveral = () => useSubmit('feedback', 'handOverSeveral')
export const useSaveAnswerTemplate = () => useSubmit('feedback', 'saveAnswerTemplate')
export const useSaveFlow = () => useSubmit('feedback', 'saveFlow')
export const useWriteDownCall = (key: string) => useSubmit('feedback', 'submit', key)
