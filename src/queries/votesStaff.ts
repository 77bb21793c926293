import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import type { CallError, OutputOf } from '@/src/api/call'
import { bringWords } from '@/src/api/words'
import { votes } from '@/src/api/words/votes'
import type { NotVotedLine, OwnersCount, PaperBallot, VoteLine } from '@/types/votes'
import { usePages, useRead, useSubmit } from './hooks'

bringWords('votes', votes)

/** Ballots come in while staff look. */
const everyMinute = 60_000

export const useStaffVotes = (): UseInfiniteQueryResult<VoteLine[], CallError> =>
  usePages('votes', 'listForStaff', {})
export const useTurnout = (vote: string): UseQueryResult<OutputOf<'votes', 'turnout'>, CallError> =>
  useRead('votes', 'turnout', { vote }, { every: everyMinute })
export const usePreview = (node: string): UseQueryResult<OutputOf<'votes', 'preview'>, CallError> =>
  useRead('votes', 'preview', { node }, { enabled: node !== '' })
export const useNotVoted = (
  vote: string,
  building: string | undefined,
): UseInfiniteQueryResult<NotVotedLine[], CallError> =>
  usePages('votes', 'notVoted', { vote, ...(building !== undefined && { building }) })
export const usePapers = (vote: string): UseInfiniteQueryResult<PaperBallot[], CallError> =>
  usePages('votes', 'papersToCheck', { vote })

export const useOpenVote = (key: string) => useSubmit('votes', 'open', key)
export const useRemind = () => useSubmit('votes', 'remind')
export const useCallOffVote = () => useSubmit('votes', 'callOff')
export const useEnterPaper = () => useSubmit('votes', 'enterPaper')
export const useCheckPaper = () => useSubmit('votes', 'checkPaper')

/** The owners of a building with their answers; nothing is asked of none. */
export const useOwnersCount = (vote: string): UseQueryResult<OwnersCount, CallError> =>
  useRead('votes', 'ownersCount', { vote }, { enabled: vote !== '' })
export const useOpenCount = (key: string) => useSubmit('votes', 'openCount', key)
export const useSaveOwners = () => useSubmit('votes', 'saveOwners')
export const useRemoveOwner = () => useSubmit('votes', 'removeOwner')
export const useLinkOwner = () => useSubmit('votes', 'linkOwner')
export const useStartCount = () => useSubmit('votes', 'startCount')
export const useEnterAnswer = () => useSubmit('votes', 'enterAnswer')
