import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import { useQuery } from '@tanstack/react-query'
import { call, type CallError, type OutputOf } from '@/src/api/call'
import { useCentre } from '@/src/api/centre'
import { bringWords } from '@/src/api/words'
import { votes } from '@/src/api/words/votes'
import type { PublishedBallot } from '@/domain/votes/tally'
import type { VoteForMe, VoteLine } from '@/types/votes'
import { usePages, useRead, useSubmit } from './hooks'

bringWords('votes', votes)

/** Votes of the places I live in. */
export const useVotes = ({
  enabled,
}: {
  enabled: boolean
}): UseInfiniteQueryResult<VoteLine[], CallError> => usePages('votes', 'list', {}, { enabled })

/** Whether my household has voted, of those where I may know it. */
export const useVoted = (
  votes: readonly string[],
): UseQueryResult<OutputOf<'votes', 'voted'>, CallError> =>
  useRead('votes', 'voted', { votes: [...votes] }, { enabled: votes.length > 0 })

export const useVote = (
  vote: string,
  { enabled }: { enabled: boolean },
): UseQueryResult<VoteForMe, CallError> => useRead('votes', 'get', { vote }, { enabled })

export const useCast = () => useSubmit('votes', 'cast')
export const useAnswerAsOwner = () => useSubmit('votes', 'answerAsOwner')

/** All ballots of a vote that ended, to count them again on this phone. They never change. */
export const useBallots = (
  vote: string,
  { enabled }: { enabled: boolean },
): UseQueryResult<PublishedBallot[], CallError> => {
  const centre = useCentre()
  return useQuery<PublishedBallot[], CallError>({
    queryKey: ['votes', 'ballots', centre, { vote }],
    enabled,
    queryFn: async () => {
      const all: PublishedBallot[] = []
      let after: number | null = 0
      do {
        const page: { ballots: PublishedBallot[]; next: number | null } = await call(
          'votes',
          'ballots',
          { vote, ...(after > 0 && { after }) },
          centre,
        )
        all.push(...page.ballots)
        after = page.next
      } while (after !== null)
      return all
    },
  })
}
