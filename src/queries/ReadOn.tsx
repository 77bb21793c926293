import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import type { CallError } from '@/src/api/call'
import { wordsFor } from '@/src/api/words'
import { Button } from '@/src/design/Button'
import { Notice } from '@/src/design/Notice'

type ReadOnProps = {
  /** The list that is read page by page. */
  of: Pick<
    UseInfiniteQueryResult<unknown, CallError>,
    'hasNextPage' | 'fetchNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError' | 'error'
  >
  /** What there is more of, where the page shows more than one list. */
  label?: string
}

/** Below a list: its next page, as long as there is one; why it did not come, when it did not. */
export function ReadOn({ of, label = '再看一些' }: ReadOnProps) {
  const { hasNextPage, fetchNextPage, isFetchingNextPage, isFetchNextPageError, error } = of
  if (!hasNextPage) return null
  return (
    <>
      {isFetchNextPageError && error && <Notice kind="error" label={wordsFor(error)} />}
      <Button
        label={label}
        look="secondary"
        busy={isFetchingNextPage}
        onTap={() => void fetchNextPage()}
      />
    </>
  )
}
