import fc from 'fast-check'
import { outweighs, presence, standing, type Seen } from '@/domain/activities/attendance'
import {
  codeAt,
  codeOf,
  doorsOf,
  doorsOpenMs,
  sessionOn,
  textOf,
} from '@/domain/activities/checkIn'
import { codeMs, isGood, judgeScan, judgeSight, shownUntil } from '@/domain/shared/rotatingCode'

const hour = 3_600_000
const day = 24 * hour
const begins = Date.parse('2026-11-21T10:00:00+08:00')
const session = { startsAt: begins, endsAt: begins + 2 * hour }
const doors = doorsOf(session)
const moment = fc.integer({ min: begins - 2 * day, max: begins + 20 * day })

describe('the rotating code', () => {
  test('says what it was made of', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^dl_a[a-z2-9]{16}$/),
        fc.integer({ min: 0, max: 59 }),
        moment,
        (activity, number, at) => {
          const code = codeAt(activity, number, at)
          expect(codeOf(textOf(code))).toEqual(code)
        },
      ),
    )
    for (const text of ['', 'dl_a', 'dl_a-1', 'dl_a-100-5', 'dl_a-1-x'])
      expect(codeOf(text)).toBeNull()
  })

  test('is good from when it is shown until a minute after the next takes its place', () => {
    fc.assert(
      fc.property(moment, (at) => {
        const code = codeAt('dl_a1', 0, at)
        expect(isGood(code, at)).toBe(true)
        expect(isGood(code, shownUntil(code) + codeMs - 1)).toBe(true)
        expect(isGood(code, shownUntil(code) + codeMs)).toBe(false)
        expect(isGood(code, at - 2 * codeMs)).toBe(false)
      }),
    )
  })
})

test('the session on is the first that is not over, once its doors are open', () => {
  const sessions = [session, { startsAt: begins + 2.5 * hour, endsAt: begins + 4 * hour }]
  const on = (later: number) => sessionOn(sessions, begins + later)
  expect(on(-doorsOpenMs - 1)).toBeNull()
  expect(on(-doorsOpenMs)).toBe(0)
  expect(on(2 * hour - 1)).toBe(0)
  expect(on(2 * hour)).toBe(1)
  expect(on(4 * hour)).toBeNull()
  expect(sessionOn([], begins)).toBeNull()
})

describe('a scan', () => {
  const code = codeAt('dl_a1', 0, begins)

  test('seen at once is either present or refused; sent later it never counts by itself', () => {
    fc.assert(
      fc.property(moment, moment, fc.boolean(), (at, scannedAt, offline) => {
        const scan = judgeScan(code, doors, { at, scannedAt: offline ? scannedAt : null })
        if ('refused' in scan) return
        expect(scan.state === 'present').toBe(!offline)
        if (!offline) expect(isGood(code, at)).toBe(true)
      }),
    )
  })

  test('sent later is told from the minute the code was shown, not from the phone’s clock', () => {
    const sent = (at: number, scannedAt: number) => judgeScan(code, doors, { at, scannedAt })
    expect(sent(begins + day, begins + codeMs)).toEqual({ state: 'toConfirm' })
    expect(sent(begins + day + 1, begins + codeMs)).toEqual({ state: 'flagged' })
    expect(sent(begins + hour, begins + hour)).toEqual({ state: 'flagged' })
    expect(sent(begins + 7 * day + 1, begins + 7 * day)).toEqual({ refused: 'ScannedTooLongAgo' })
  })

  test('of a session that was moved meanwhile is refused at once, and flagged later', () => {
    const moved = doorsOf({ startsAt: begins + day, endsAt: begins + day + hour })
    expect(judgeScan(code, moved, { at: begins, scannedAt: null })).toEqual({ refused: 'NotNow' })
    expect(judgeScan(code, moved, { at: begins + hour, scannedAt: begins })).toEqual({
      state: 'flagged',
    })
  })

  test('of a member card by staff counts when the session was on, and comes within a day', () => {
    const card = (at: number, scannedAt: number | null) => judgeSight(doors, { at, scannedAt })
    expect(card(begins, null)).toEqual({ state: 'present' })
    expect(card(begins + 2 * hour, null)).toEqual({ refused: 'NotNow' })
    expect(card(begins + day, begins)).toEqual({ state: 'present' })
    expect(card(begins + day + 1, begins)).toEqual({ state: 'flagged' })
    expect(card(begins + 3 * hour, begins + 2.5 * hour)).toEqual({ state: 'flagged' })
    expect(card(begins - doorsOpenMs, begins)).toEqual({ state: 'flagged' })
    expect(card(begins + 8 * day, begins)).toEqual({ refused: 'ScannedTooLongAgo' })
  })
})

describe('somebody seen more than once', () => {
  const seen = fc.record({
    state: fc.constantFrom<Seen['state']>('present', 'toConfirm', 'flagged', 'absent'),
    scannedAt: fc.integer({ min: 0, max: 5 }),
  })
  const sighting = seen.filter(({ state }) => state !== 'absent')

  test('stays present, whatever comes in whichever order', () => {
    fc.assert(
      fc.property(fc.array(sighting, { minLength: 1 }), (all) => {
        const [first, ...rest] = all
        const last = rest.reduce((known, one) => (outweighs(one, known) ? one : known), first!)
        expect(last.state === 'present').toBe(all.some(({ state }) => state === 'present'))
      }),
    )
  })

  test('and called absent is there again only when seen after that', () => {
    fc.assert(
      fc.property(sighting, fc.integer({ min: 0, max: 5 }), (one, calledAt) => {
        const absent = { state: 'absent', scannedAt: calledAt } as const
        expect(outweighs(one, absent)).toBe(one.scannedAt > calledAt)
      }),
    )
  })

  test('only presence counts; doubt is shown, absence is not', () => {
    const records = [
      { person: 'li', session: 0, state: 'present' },
      { person: 'li', session: 1, state: 'toConfirm' },
      { person: 'wang', session: 0, state: 'absent' },
      { person: 'li', session: 2, state: 'present' },
    ] as const
    expect(presence(records)).toEqual(new Map([['li', new Set([0, 2])]]))
    expect(standing(records)).toEqual(
      new Map([
        ['li 0', 'present'],
        ['li 1', 'toConfirm'],
        ['li 2', 'present'],
      ]),
    )
  })
})
