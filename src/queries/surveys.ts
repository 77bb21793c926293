import type { UseQueryResult } from '@tanstack/react-query'
import type { CallError, OutputOf } from '@/src/api/call'
import { bringWords } from '@/src/api/words'
import { surveys } from '@/src/api/words/surveys'
import { useRead, useSubmit } from './hooks'

bringWords('surveys', surveys)

const forSomeone = (forResident: string | undefined) =>
  forResident === undefined ? {} : { forResident }

/** What is for my family, or for `forResident` in their place. */
export const useSurveys = (
  forResident: string | undefined,
  { enabled }: { enabled: boolean },
): UseQueryResult<OutputOf<'surveys', 'list'>, CallError> =>
  useRead('surveys', 'list', forSomeone(forResident), { enabled })

/** Who of them answered some of these already. */
export const useGiven = (
  surveys: readonly string[],
  forResident: string | undefined,
): UseQueryResult<OutputOf<'surveys', 'given'>, CallError> =>
  useRead(
    'surveys',
    'given',
    { surveys: [...surveys], ...forSomeone(forResident) },
    { enabled: surveys.length > 0 },
  )

/** One of them with its questions. */
export const useSurvey = (
  survey: string,
  forResident: string | undefined,
): UseQueryResult<OutputOf<'surveys', 'survey'>, CallError> =>
  useRead('surveys', 'survey', { survey, ...forSomeone(forResident) })
export const useAnswerSurvey = (key: string) => useSubmit('surveys', 'answer', key)

/** What came of one that is over. */
export const useReleasedSurvey = (
  survey: string,
): UseQueryResult<OutputOf<'surveys', 'released'>, CallError> =>
  useRead('surveys', 'released', { survey })
