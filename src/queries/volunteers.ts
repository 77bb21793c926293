import { bringWords } from '@/src/api/words'
import { volunteers } from '@/src/api/words/volunteers'
import {
  useInfiniteQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import { call, type CallError, type InputOf, type OutputOf } from '@/src/api/call'
import { useCentre } from '@/src/api/centre'
import type { HoursEntry, Post, PostDraft, Shift, Swap } from '@/types/volunteers'
import { useFreshWhenShown, usePages, useRead, useSubmit } from './hooks'

bringWords('volunteers', volunteers)

/** What still needs people, near me or everywhere; with `mine`, what I am on. Or so of somebody I act for. */
export const useShifts = (
  asked: Omit<InputOf<'volunteers', 'listShifts'>, 'after'>,
  { enabled }: { enabled: boolean },
): UseInfiniteQueryResult<Shift[], CallError> =>
  usePages('volunteers', 'listShifts', asked, { enabled })
export const useConfirmShift = () => useSubmit('volunteers', 'confirmShift')
export const useWithdrawFromShift = () => useSubmit('volunteers', 'withdrawFromShift')

/** Places I may take, those I would hand on, and those that wait for my word; or those of somebody I act for. */
export const useSwaps = (
  forSomeone: { forResident?: string },
  { enabled }: { enabled: boolean },
): UseInfiniteQueryResult<Swap[], CallError> =>
  usePages('volunteers', 'swaps', forSomeone, { enabled })
export const useOfferSwap = () => useSubmit('volunteers', 'offerSwap')
export const useTakeSwap = () => useSubmit('volunteers', 'takeSwap')
export const useAnswerSwap = () => useSubmit('volunteers', 'answerSwap')
export const useWriteHandOver = () => useSubmit('volunteers', 'writeHandOver')

/** Who leaves and who comes is seen within a minute. */
const onDutyMs = 60_000

export const useOnDuty = (): UseQueryResult<OutputOf<'volunteers', 'onDuty'>, CallError> =>
  useRead('volunteers', 'onDuty', {}, { every: onDutyMs })

/** Hours of one person: what counts, by month, and as many entries as were read so far. */
export interface Hours {
  name: string | null
  lastYear: number
  months: OutputOf<'volunteers', 'myHours'>['months']
  entries: HoursEntry[]
}

type HoursPage = OutputOf<'volunteers', 'myHours'> & { name?: string }

/** My own hours, or of somebody I act for, or of `person` when staff look them up; the entries page by page. */
export const useHours = (
  of: { forResident?: string } | { person: string },
  { enabled = true }: { enabled?: boolean } = {},
): UseInfiniteQueryResult<Hours, CallError> => {
  const centre = useCentre()
  const person = 'person' in of ? of.person : undefined
  const procedure = person === undefined ? 'myHours' : 'hoursOf'
  const result = useInfiniteQuery<HoursPage, CallError, Hours, readonly unknown[], string | null>({
    queryKey: ['volunteers', procedure, centre, of],
    queryFn: ({ pageParam }) => {
      const after = pageParam === null ? {} : { after: pageParam }
      return person === undefined
        ? call('volunteers', 'myHours', { ...of, ...after }, centre)
        : call('volunteers', 'hoursOf', { person, ...after }, centre)
    },
    initialPageParam: null,
    getNextPageParam: ({ entries }) => entries.next,
    select: ({ pages }: InfiniteData<HoursPage>) => ({
      name: pages[0]?.name ?? null,
      lastYear: pages[0]?.lastYear ?? 0,
      months: pages[0]?.months ?? [],
      entries: pages.flatMap(({ entries }) => entries.items),
    }),
    enabled,
  })
  useFreshWhenShown(enabled, result)
  return result
}

/** Shifts of my nodes from a day on; `from` is today unless said. */
export const useStaffShifts = (from?: string): UseInfiniteQueryResult<Shift[], CallError> =>
  usePages('volunteers', 'shiftsForStaff', from === undefined ? {} : { from })
export const useSaveShift = () => useSubmit('volunteers', 'saveShift')
export const useCallOffShift = () => useSubmit('volunteers', 'callOffShift')

export const useShiftRoster = (
  shift: string | undefined,
): UseQueryResult<OutputOf<'volunteers', 'shiftRoster'>, CallError> =>
  useRead('volunteers', 'shiftRoster', { shift: shift ?? '' }, { enabled: shift !== undefined })
export const useSetLeader = () => useSubmit('volunteers', 'setLeader')
export const usePutOnShift = () => useSubmit('volunteers', 'putOnShift')
export const useTakeOffShift = () => useSubmit('volunteers', 'takeOffShift')

/** Posts of my nodes, the early ones of a day first. */
export const usePosts = (): UseInfiniteQueryResult<Post[], CallError> =>
  usePages('volunteers', 'posts', {})
export const useSavePost = () => useSubmit('volunteers', 'savePost')
export const usePreviewPost = (
  draft: PostDraft,
): UseQueryResult<OutputOf<'volunteers', 'previewPost'>, CallError> =>
  useRead('volunteers', 'previewPost', { draft })

export const useEnterHours = () => useSubmit('volunteers', 'enterHours')
export const useCorrectHours = () => useSubmit('volunteers', 'correctHours')
export const useConfirmHours = () => useSubmit('volunteers', 'confirmHours')
export const useRefuseHours = () => useSubmit('volunteers', 'refuseHours')

/** Entries that wait for a second person, oldest first. */
export const useHoursToConfirm = (): UseInfiniteQueryResult<HoursEntry[], CallError> =>
  usePages('volunteers', 'hoursToConfirm', {})
