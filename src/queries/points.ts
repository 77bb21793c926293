import {
  useInfiniteQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import { bringWords } from '@/src/api/words'
import { volunteers } from '@/src/api/words/volunteers'
import { call, type CallError, type OutputOf } from '@/src/api/call'
import { useCentre } from '@/src/api/centre'
import { useFreshWhenShown, useRead, useSubmit } from './hooks'

bringWords('volunteers', volunteers)

type PointsPage = OutputOf<'volunteers', 'myPoints'>

/** My points: what I can spend, and as many lines as were read so far. */
export interface Points {
  points: number
  owed: number
  lines: PointsPage['lines']['items']
}

/** My points and what they came from, page by page; or those of somebody I act for. */
export const useMyPoints = (
  forSomeone: { forResident?: string },
  { enabled }: { enabled: boolean },
): UseInfiniteQueryResult<Points, CallError> => {
  const centre = useCentre()
  const result = useInfiniteQuery<PointsPage, CallError, Points, readonly unknown[], string | null>(
    {
      queryKey: ['volunteers', 'myPoints', centre, forSomeone, 'pages'],
      queryFn: ({ pageParam }) =>
        call(
          'volunteers',
          'myPoints',
          { ...forSomeone, ...(pageParam !== null && { after: pageParam }) },
          centre,
        ),
      initialPageParam: null,
      getNextPageParam: ({ lines }) => lines.next,
      select: ({ pages }: InfiniteData<PointsPage>) => ({
        points: pages[0]?.points ?? 0,
        owed: pages[0]?.owed ?? 0,
        lines: pages.flatMap(({ lines }) => lines.items),
      }),
      enabled,
    },
  )
  useFreshWhenShown(enabled, result)
  return result
}

/** All rules there were, that of the opening first. */
export const usePointRules = (): UseQueryResult<OutputOf<'volunteers', 'pointRules'>, CallError> =>
  useRead('volunteers', 'pointRules', {})
export const useSavePointRule = () => useSubmit('volunteers', 'savePointRule')
