import type { UseInfiniteQueryResult } from '@tanstack/react-query'

/**
 * Reads a list to its end, or until `most` were read; what was read, and whether it is all. A page that fails ends it
 * with what is there: the list itself shows why.
 */
export const readAll = async <Item>(
  list: Pick<UseInfiniteQueryResult<Item[]>, 'data' | 'hasNextPage' | 'fetchNextPage'>,
  most: number,
): Promise<{ read: number; all: boolean }> => {
  let { data, hasNextPage } = list
  while (hasNextPage && (data?.length ?? 0) < most) {
    const { isError, ...next } = await list.fetchNextPage()
    if (isError) break
    ;({ data, hasNextPage } = next)
  }
  return { read: data?.length ?? 0, all: !hasNextPage }
}
