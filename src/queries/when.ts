import { onlineManager, type UseQueryResult } from '@tanstack/react-query'
import { now, serverTimeOf } from '@/src/api/clock'
import { whenSaid } from '@/src/words/time'

/** When what is shown was fetched, in words, if the network is away or the last try failed; else undefined. */
export const cachedAt = ({
  data,
  dataUpdatedAt,
  isError,
  fetchStatus,
}: Pick<UseQueryResult, 'data' | 'dataUpdatedAt' | 'isError' | 'fetchStatus'>):
  string | undefined =>
  data !== undefined && (isError || fetchStatus === 'paused' || !onlineManager.isOnline())
    ? whenSaid(serverTimeOf(dataUpdatedAt), now())
    : undefined
