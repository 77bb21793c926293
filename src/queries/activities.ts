import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import { needsGuardian } from '@/domain/activities/eligibility'
import type { CallError, InputOf, OutputOf } from '@/src/api/call'
import type { ActivityCard, ActivityDetail, Registration } from '@/types/activities'
import type { PersonForStaff } from '@/types/residents'
import { dayOf } from '@/types/shared/day'
import { usePages, useRead, useSubmit } from './hooks'
import { usePerson } from './residents'

export const useActivities = (
  filter: Omit<InputOf<'activities', 'list'>, 'after'>,
): UseInfiniteQueryResult<ActivityCard[], CallError> => usePages('activities', 'list', filter)

/** Staff sign up somebody else: that person alone stands where the family would. */
const insteadOfFamily = (
  activity: ActivityDetail,
  { id, name, birthDate }: PersonForStaff,
): ActivityDetail => ({
  ...activity,
  family: [
    {
      id,
      name,
      self: false,
      state: null,
      position: null,
      needsGuardian: needsGuardian({ birthDate }, dayOf(activity.startsAt)),
      reason: null,
    },
  ],
})

type Shown<T> = Pick<
  UseQueryResult<T, CallError>,
  'data' | 'dataUpdatedAt' | 'error' | 'isError' | 'isFetching' | 'fetchStatus' | 'refetch'
>

/** One activity with what my family, or `forResident` when staff act for somebody, could do about it. */
export const useActivity = (activity: string, forResident?: string): Shown<ActivityDetail> => {
  const reading = useRead('activities', 'get', { activity })
  const person = usePerson(forResident)
  if (forResident === undefined) return reading
  return {
    ...reading,
    data: reading.data && person.data && insteadOfFamily(reading.data, person.data),
    error: reading.error ?? person.error,
    isFetching: reading.isFetching || person.isFetching,
    refetch: (options) => {
      void person.refetch(options)
      return reading.refetch(options)
    },
  }
}

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
