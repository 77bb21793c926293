import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { CallError } from '@/src/api/call'
import { wordsFor } from '@/src/api/words'
import { Failed } from '@/src/design/Failed'
import { Loading } from '@/src/design/Loading'

type ReadingProps<T> = {
  /** What is being read; its states are those of the page. */
  of: Pick<
    UseQueryResult<T, CallError>,
    'data' | 'error' | 'isFetching' | 'fetchStatus' | 'refetch'
  >
  /** What could not be opened, when it fails: 活动没有打开. */
  failed: string
  /** What holds the place until it is here, when its size is known: then nothing below moves under a finger. */
  waiting?: ReactNode
  children: (value: T) => ReactNode
}

/** Shows what was read, also an older copy while the network is away; else that it is coming, or why it did not. */
export function Reading<T>({ of, failed, waiting, children }: ReadingProps<T>) {
  const { data, error, isFetching, fetchStatus, refetch } = of
  if (data !== undefined) return <>{children(data)}</>
  const retry = () => void refetch()
  if (fetchStatus === 'paused')
    return <Failed label={failed} detail="网络不好，连上以后会自动打开。" onRetry={retry} />
  if (error)
    return (
      <Failed
        label={failed}
        detail={wordsFor(error)}
        drawing={error.code === 'Offline' ? 'offline' : 'cup'}
        onRetry={retry}
        retrying={isFetching}
      />
    )
  return <>{waiting ?? <Loading />}</>
}
