import { gather, type Exporter } from '@/cloudfunctions/residents/gather'

/** Answers five documents in stretches of two. */
const five: Exporter = (_centre, _ids, after) => {
  const from = Number(after ?? 0)
  const documents = [0, 1, 2, 3, 4].slice(from, from + 2)
  return Promise.resolve({ documents, next: from + 2 < 5 ? String(from + 2) : null })
}

test('reads on to the end, however many stretches there are', async () => {
  expect(await gather({ five, again: five }, 'dl', ['dl_p1'], Infinity)).toEqual({
    parts: { five: [0, 1, 2, 3, 4], again: [0, 1, 2, 3, 4] },
    cutShort: [],
  })
})

test('stops when the time is up, keeps what it has, and says what is missing', async () => {
  const none: Exporter = () => Promise.resolve({ documents: [], next: null })
  expect(await gather({ five, none }, 'dl', ['dl_p1'], 0)).toEqual({
    parts: { five: [0, 1], none: [] },
    cutShort: ['five'],
  })
})
