import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { readAll } from '@/src/queries/readAll'

type List = Pick<UseInfiniteQueryResult<string[]>, 'data' | 'hasNextPage' | 'fetchNextPage'>

/** A list of `length` entries, twenty a page, whose first page was read; the page numbered `broken` fails. */
const listOf = (length: number, broken = Infinity) => {
  let pages = 1
  const state = () => {
    const read = Math.min(pages * 20, length)
    return { data: Array.from({ length: read }, () => 'entry'), hasNextPage: read < length }
  }
  const fetchNextPage = jest.fn(() => {
    const isError = pages + 1 === broken
    if (!isError) pages += 1
    return Promise.resolve({ ...state(), isError })
  })
  return { ...state(), fetchNextPage } as unknown as List & { fetchNextPage: jest.Mock }
}

test('a sheet holds the whole list, or says how many of it', async () => {
  expect(await readAll(listOf(12), 500)).toEqual({ read: 12, all: true })
  expect(await readAll(listOf(130), 500)).toEqual({ read: 130, all: true })
  expect(await readAll(listOf(2000), 500)).toEqual({ read: 500, all: false })
})

test('a page that fails ends it instead of asking for ever', async () => {
  const list = listOf(130, 3)
  expect(await readAll(list, 500)).toEqual({ read: 40, all: false })
  expect(list.fetchNextPage).toHaveBeenCalledTimes(2)
})
