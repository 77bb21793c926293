import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import type { CallError, OutputOf } from '@/src/api/call'
import { bringWords } from '@/src/api/words'
import { volunteers } from '@/src/api/words/volunteers'
import type { Skill } from '@/types/shared/skills'
import type { Talent, Team } from '@/types/volunteers'
import { usePages, useRead, useSubmit } from './hooks'

bringWords('volunteers', volunteers)

const forSomeone = (forResident: string | undefined) =>
  forResident === undefined ? {} : { forResident }

/** What I am as a volunteer, or somebody I act for; staff read that of a resident of theirs. */
export const useStanding = (
  forResident: string | undefined,
  { enabled = true }: { enabled?: boolean } = {},
): UseQueryResult<OutputOf<'volunteers', 'myStanding'>, CallError> =>
  useRead('volunteers', 'myStanding', forSomeone(forResident), { enabled })

export const useRegister = () => useSubmit('volunteers', 'register')
export const useResign = () => useSubmit('volunteers', 'resign')

export const useTeams = (
  forResident: string | undefined,
  { enabled = true }: { enabled?: boolean } = {},
): UseInfiniteQueryResult<Team[], CallError> =>
  usePages('volunteers', 'teams', forSomeone(forResident), { enabled })
export const useJoinTeam = () => useSubmit('volunteers', 'joinTeam')

export const useTeamMembers = (
  team: string | undefined,
): UseQueryResult<OutputOf<'volunteers', 'teamMembers'>, CallError> =>
  useRead('volunteers', 'teamMembers', { team: team ?? '' }, { enabled: team !== undefined })
export const useSaveTeam = () => useSubmit('volunteers', 'saveTeam')

export const useLevels = (): UseQueryResult<OutputOf<'volunteers', 'levels'>, CallError> =>
  useRead('volunteers', 'levels', {})
export const useSaveLevels = () => useSubmit('volunteers', 'saveLevels')

export const useRecordTraining = () => useSubmit('volunteers', 'recordTraining')
export const useRemoveTraining = () => useSubmit('volunteers', 'removeTraining')

/** Who agreed to be found, by skill; the nearest to a place first. */
export const useTalents = (
  skill: Skill | undefined,
  near: string | undefined,
): UseInfiniteQueryResult<Talent[], CallError> =>
  usePages('volunteers', 'talents', {
    ...(skill !== undefined && { skill }),
    ...(near !== undefined && { near }),
  })
export const useRevealContact = () => useSubmit('volunteers', 'revealContact')
