import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import type { CallError, InputOf, OutputOf } from '@/src/api/call'
import type { ActivityCard, ActivityDetail, Registration } from '@/types/activities'
import { usePages, useRead, useSubmit } from './hooks'

export const useActivities = (
  filter: Omit<InputOf<'activities', 'list'>, 'after'>,
): UseInfiniteQueryResult<ActivityCard[], CallError> => usePages('activities', 'list', filter)

export const useActivity = (activity: string): UseQueryResult<ActivityDetail, CallError> =>
  useRead('activities', 'get', { activity })

export const useParticipants = (
  activity: string,
  { enabled }: { enabled: boolean },
): UseQueryResult<OutputOf<'activities', 'participants'>, CallError> =>
  useRead('activities', 'participants', { activity }, { enabled })

/** The line moves while people look at it. */
const everyHalfMinute = 30_000

export const useMySignUps = (
  past: boolean,
  { enabled }: { enabled: boolean },
): UseInfiniteQueryResult<Registration[], CallError> =>
  usePages('activities', 'mine', { past }, { enabled, ...(!past && { every: everyHalfMinute }) })

export const useSignUp = () => useSubmit('activities', 'signUp')

export const useCancelSignUp = () => useSubmit('activities', 'cancel')
