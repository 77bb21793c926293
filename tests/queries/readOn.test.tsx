import { fireEvent, render, screen } from '@testing-library/react'
import { CallError } from '@/src/api/call'
import { wordsFor } from '@/src/api/words'
import { ReadOn } from '@/src/queries/ReadOn'

type List = Parameters<typeof ReadOn>[0]['of']

const list = (more: Partial<List> = {}): List => ({
  hasNextPage: true,
  isFetchingNextPage: false,
  isFetchNextPageError: false,
  error: null,
  fetchNextPage: jest.fn(),
  ...more,
})

test('a tap brings the next page, and the last page has no button', () => {
  const reading = list()
  const { rerender } = render(<ReadOn of={reading} />)
  fireEvent.click(screen.getByRole('button', { name: '再看一些' }))
  expect(reading.fetchNextPage).toHaveBeenCalledTimes(1)
  rerender(<ReadOn of={list({ hasNextPage: false })} />)
  expect(screen.queryByRole('button')).toBeNull()
})

test('a page that did not come says why, and can be asked for again', () => {
  const error = new CallError('activities', 'Offline')
  render(<ReadOn of={list({ isFetchNextPageError: true, error })} label="再看一些活动" />)
  expect(screen.getByRole('alert').textContent).toContain(wordsFor(error))
  expect(screen.getByRole('button', { name: '再看一些活动' })).toBeTruthy()
})
