import { useQuery, type UseInfiniteQueryResult, type UseQueryResult } from '@tanstack/react-query'
import { call, type CallError, type InputOf, type OutputOf } from '@/src/api/call'
import { currentCentre } from '@/src/api/centre'
import { bringWords } from '@/src/api/words'
import { proposals } from '@/src/api/words/proposals'
import type {
  MeetingCard,
  TaskForStaff,
  VoiceCategory,
  VoiceComplaint,
  WishForStaff,
} from '@/types/proposals'
import { usePages, useRead, useSubmit } from './hooks'
import { everyTenSeconds, isFinal } from './wall'

bringWords('proposals', proposals)

type Pages<T> = UseInfiniteQueryResult<T[], CallError>
type Read<P extends 'wishForStaff' | 'proposalForStaff' | 'meetingForStaff' | 'settings'> =
  UseQueryResult<OutputOf<'proposals', P>, CallError>

export type StaffWishView = NonNullable<InputOf<'proposals', 'wishesForStaff'>['view']>
export type StaffProposalView = NonNullable<InputOf<'proposals', 'proposalsForStaff'>['view']>
export type ProposalInList = OutputOf<'proposals', 'proposalsForStaff'>['items'][number]
export type TaskView = NonNullable<InputOf<'proposals', 'tasksForStaff'>['view']>

export const useStaffWishes = (
  view: StaffWishView,
  category: VoiceCategory | undefined,
): Pages<WishForStaff> =>
  usePages('proposals', 'wishesForStaff', { view, ...(category && { category }) })
export const useStaffWish = (wish: string): Read<'wishForStaff'> =>
  useRead('proposals', 'wishForStaff', { wish })
export const useDecideWish = (key: string) => useSubmit('proposals', 'decideWish', key)
export const useSettleWish = () => useSubmit('proposals', 'settleWish')
export const useReadWords = () => useSubmit('proposals', 'readWords')
export const useJudgePhoto = () => useSubmit('proposals', 'judgePhoto')
export const useMergeWishes = (key: string) => useSubmit('proposals', 'mergeWishes', key)
export const useUndoMerge = () => useSubmit('proposals', 'undoMerge')

export const useStaffProposals = (view: StaffProposalView): Pages<ProposalInList> =>
  usePages('proposals', 'proposalsForStaff', { view })
export const useStaffProposal = (proposal: string): Read<'proposalForStaff'> =>
  useRead('proposals', 'proposalForStaff', { proposal })
export const useDecideProposal = () => useSubmit('proposals', 'decideProposal')
export const useAnswerProposal = (key: string) => useSubmit('proposals', 'answerProposal', key)
export const useCoSignOnPaper = () => useSubmit('proposals', 'coSignOnPaper')

export const useStaffMeetings = (past: boolean): Pages<MeetingCard> =>
  usePages('proposals', 'meetingsForStaff', { past })
export const useStaffMeeting = (
  meeting: string,
  { enabled = true }: { enabled?: boolean } = {},
): Read<'meetingForStaff'> => useRead('proposals', 'meetingForStaff', { meeting }, { enabled })
export const useSaveMeeting = (key: string) => useSubmit('proposals', 'saveMeeting', key)
export const useCallOffMeeting = () => useSubmit('proposals', 'callOffMeeting')
export const useTickAtMeeting = () => useSubmit('proposals', 'tickAtMeeting')
export const useWriteMinutes = (key: string) => useSubmit('proposals', 'writeMinutes', key)
export const useAddTask = () => useSubmit('proposals', 'addTask')

/** The rotating code for the screen at the door. */
export const useMeetingCode = (
  meeting: string,
): UseQueryResult<OutputOf<'proposals', 'meetingCode'>, CallError> => {
  const centre = currentCentre()
  return useQuery<OutputOf<'proposals', 'meetingCode'>, CallError>({
    queryKey: ['proposals', 'meetingCode', centre, { meeting }],
    queryFn: () => call('proposals', 'meetingCode', { meeting }, centre),
    refetchInterval: ({ state }) => (isFinal(state.error) ? false : everyTenSeconds),
  })
}

export const useStaffTasks = (view: TaskView): Pages<TaskForStaff> =>
  usePages('proposals', 'tasksForStaff', { view })
export const useSettleTask = () => useSubmit('proposals', 'settleTask')

export const useComplaints = (view: 'waiting' | 'over'): Pages<VoiceComplaint> =>
  usePages('proposals', 'complaintsForStaff', { view })
export const useAnswerComplaint = () => useSubmit('proposals', 'answerComplaint')

export const useProposalSettings = (): Read<'settings'> => useRead('proposals', 'settings', {})
export const useSaveProposalSettings = () => useSubmit('proposals', 'saveSettings')
