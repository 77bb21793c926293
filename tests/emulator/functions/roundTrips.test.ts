import type { RequestMark } from '@/emulator/functions/protocol'
import { roundTrips } from '@/emulator/functions/roundTrips'

/** `a+` request a leaves, `a-` its answer comes. */
const trips = (events: string, isDatabase = (_seqId: string) => true) =>
  roundTrips(
    events.split(' ').map<RequestMark>((event) => ({
      seqId: event.charAt(0),
      at: event.endsWith('+') ? 'start' : 'end',
    })),
    isDatabase,
  )

test.each([
  ['one after the other', 'a+ a- b+ b-', 2],
  ['all at once', 'a+ b+ c+ b- a- c-', 1],
  ['two at once, then one', 'a+ b+ a- b- c+ c-', 2],
  ['one that begins while another is under way', 'a+ b+ a- c+ b- c-', 1],
  ['an answer that never comes', 'a+ b+', 1],
])('%s', (_what, events, expected) => {
  expect(trips(events)).toBe(expected)
})

test('what is not the database is not counted, and does not hold a trip open', () => {
  expect(trips('x+ a+ a- b+ b- x-', (seqId) => seqId !== 'x')).toBe(2)
})
