import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import type { CallError, InputOf, OutputOf } from '@/src/api/call'
import { bringWords } from '@/src/api/words'
import { proposals } from '@/src/api/words/proposals'
import type { MeetingCard, ProposalCard, TaskForStaff, Wish } from '@/types/proposals'
import { usePages, useRead, useSubmit } from './hooks'

bringWords('proposals', proposals)

type Pages<T> = UseInfiniteQueryResult<T[], CallError>
type Answer<P extends 'wish' | 'proposal' | 'meeting'> = UseQueryResult<
  OutputOf<'proposals', P>,
  CallError
>

export type WishView = NonNullable<InputOf<'proposals', 'wishes'>['view']>

export const useWishes = (view: WishView, { enabled }: { enabled: boolean }): Pages<Wish> =>
  usePages('proposals', 'wishes', { view }, { enabled })
export const useWish = (wish: string): Answer<'wish'> => useRead('proposals', 'wish', { wish })
export const useMyWishes = (
  view: 'written' | 'claimed',
  forResident: string | undefined,
  { enabled }: { enabled: boolean },
): Pages<Wish> =>
  usePages(
    'proposals',
    'myWishes',
    { view, ...(forResident !== undefined && { forResident }) },
    { enabled },
  )
export const useWriteWish = (key: string) => useSubmit('proposals', 'writeWish', key)
export const useWithdrawWish = () => useSubmit('proposals', 'withdrawWish')
export const useClaimWish = () => useSubmit('proposals', 'claimWish')
export const useGiveBackWish = () => useSubmit('proposals', 'giveBackWish')
export const useFulfilWish = (key?: string) => useSubmit('proposals', 'fulfilWish', key)
export const useConfirmWish = () => useSubmit('proposals', 'confirmWish')

export const useProposals = (
  view: 'open' | 'answered',
  { enabled }: { enabled: boolean },
): Pages<ProposalCard> => usePages('proposals', 'proposals', { view }, { enabled })
export const useProposal = (proposal: string): Answer<'proposal'> =>
  useRead('proposals', 'proposal', { proposal })
export const useMyProposals = (
  forResident: string | undefined,
  { enabled }: { enabled: boolean },
): Pages<ProposalCard> =>
  usePages('proposals', 'myProposals', forResident === undefined ? {} : { forResident }, {
    enabled,
  })
export const useWriteProposal = (key: string) => useSubmit('proposals', 'writeProposal', key)
export const useWithdrawProposal = () => useSubmit('proposals', 'withdrawProposal')
export const useCoSign = () => useSubmit('proposals', 'coSign')
export const useTakeBackSignature = () => useSubmit('proposals', 'takeBackSignature')

export const useMeetings = (past: boolean, { enabled }: { enabled: boolean }): Pages<MeetingCard> =>
  usePages('proposals', 'meetings', { past }, { enabled })
export const useMeeting = (meeting: string): Answer<'meeting'> =>
  useRead('proposals', 'meeting', { meeting })
export const useJoinMeeting = () => useSubmit('proposals', 'joinMeeting')
export const useLeaveMeeting = () => useSubmit('proposals', 'leaveMeeting')

export const useMyTasks = (over: boolean, { enabled }: { enabled: boolean }): Pages<TaskForStaff> =>
  usePages('proposals', 'myTasks', { over }, { enabled })
export const useFinishTask = () => useSubmit('proposals', 'finishTask')
export const useComplain = () => useSubmit('proposals', 'complain')
