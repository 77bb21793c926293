import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { CallError, InputOf, OutputOf } from '@/src/api/call'
import { bringWords } from '@/src/api/words'
import { surveys } from '@/src/api/words/surveys'
import type { DoorLine, SurveyForStaff } from '@/types/surveys'
import { usePages, useRead, useSubmit } from './hooks'

bringWords('surveys', surveys)

export type SurveyView = NonNullable<InputOf<'surveys', 'listForStaff'>['view']>

export const useStaffSurveys = (
  view: SurveyView,
): UseInfiniteQueryResult<SurveyForStaff[], CallError> =>
  usePages('surveys', 'listForStaff', { view })

/** One survey as it is written; nothing is asked while there is none yet. */
export const useSurveyDraft = (
  survey: string | undefined,
): UseQueryResult<OutputOf<'surveys', 'draft'>, CallError> =>
  useRead('surveys', 'draft', { survey: survey ?? '' }, { enabled: survey !== undefined })
export const useSaveSurvey = (key?: string) => useSubmit('surveys', 'saveDraft', key)
export const usePublishSurvey = () => useSubmit('surveys', 'publish')
export const useCloseSurvey = () => useSubmit('surveys', 'close')

/** What is needed at doors, kept on the phone. */
export const useSurveyDoor = (
  survey: string,
): UseQueryResult<OutputOf<'surveys', 'door'>, CallError> => useRead('surveys', 'door', { survey })

/** So many people are read by themselves; of a longer list staff read on as they need it. */
export const mostLines = 3000

/** Whom it is for, read to the end as soon as there is a network, so that the list is there when there is none. */
export const useSurveyDoorList = (
  survey: string,
): UseInfiniteQueryResult<DoorLine[], CallError> => {
  const reading = usePages('surveys', 'doorList', { survey })
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = reading
  const goesOn =
    hasNextPage && !isFetching && !isFetchNextPageError && (data?.length ?? 0) < mostLines
  useEffect(() => {
    if (goesOn) void fetchNextPage()
  }, [goesOn, fetchNextPage])
  return reading
}

/** Counts of a version or of all, of a part or of everybody. */
export const useSurveyResults = (
  input: InputOf<'surveys', 'results'>,
): UseQueryResult<OutputOf<'surveys', 'results'>, CallError> => useRead('surveys', 'results', input)

export const useSurveyTexts = (survey: string, question: string) =>
  usePages('surveys', 'texts', { survey, question })
export const useReleaseSurvey = () => useSubmit('surveys', 'release')
export const useExportSurvey = () => useSubmit('surveys', 'exportResults')
