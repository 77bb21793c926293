import { leaving } from '@/src/packages/activities/mine/leaving'
import { candidates, verb } from '@/src/packages/activities/signing'
import { audienceSaid, registrationSaid, signUpSaid, whenNextSaid } from '@/src/words/activities'
import type { ActivityDetail, Registration } from '@/types/activities'
import { instantOf } from '@/types/shared/day'

const now = instantOf('2026-11-21', '08:00')
const tomorrow = instantOf('2026-11-22', '09:00')

describe('what a card says of signing up', () => {
  const open = {
    state: 'published' as const,
    mode: 'firstCome' as const,
    opensAt: now - 1,
    closesAt: tomorrow,
    left: 3,
    waiting: 0,
    waitlist: 5,
  }
  test.each([
    ['seats are left', open, '还有 3 个名额'],
    ['it opens later', { ...open, opensAt: tomorrow }, '明天 上午 9:00 开始报名'],
    ['it is this moment that it opens', { ...open, opensAt: now }, '还有 3 个名额'],
    ['it is over', { ...open, closesAt: now }, '报名已经截止'],
    ['it is called off', { ...open, state: 'withdrawn' as const }, '已经取消'],
    ['it is full and nobody waits', { ...open, left: 0 }, '满了，可以排队'],
    ['it is full and some wait', { ...open, left: 0, waiting: 2 }, '满了，可以排队，前面 2 人'],
    [
      'a seat came free but is owed to whoever waits',
      { ...open, left: 1, waiting: 2 },
      '满了，可以排队，前面 2 人',
    ],
    ['the line is full too', { ...open, left: 0, waiting: 5 }, '已经满了'],
    ['lots are drawn', { ...open, mode: 'draw' as const }, '抽签，明天 上午 9:00 前报都一样'],
  ])('when %s', (_when, card, words) => {
    expect(signUpSaid(card, now).label).toBe(words)
  })
})

test('a list says which time of a series comes next', () => {
  const startsAt = tomorrow - 7 * 86_400_000
  const nextSession = { startsAt: tomorrow, endsAt: tomorrow + 3_600_000, number: 2 }
  expect(whenNextSaid({ startsAt: tomorrow, sessions: 1, nextSession }, now)).toBe('明天 上午 9:00')
  expect(whenNextSaid({ startsAt, sessions: 8, nextSession }, now)).toBe(
    '明天 上午 9:00，第 2 次，共 8 次',
  )
  expect(
    whenNextSaid(
      { startsAt: tomorrow, sessions: 8, nextSession: { ...nextSession, number: 1 } },
      now,
    ),
  ).toBe('明天 上午 9:00 起，共 8 次')
})

test('whom an activity is for is said in one line', () => {
  const anybody = { minAge: null, maxAge: null, verifiedOnly: false, nodes: [], tags: [] }
  expect(audienceSaid(anybody)).toBe('谁都可以来')
  expect(audienceSaid({ ...anybody, minAge: 6, maxAge: 12 })).toBe('6 到 12 岁')
  expect(audienceSaid({ ...anybody, minAge: 60, verifiedOnly: true })).toBe(
    '满 60 岁，已经确认居民身份',
  )
  expect(audienceSaid({ ...anybody, tags: ['veteran', 'woman'] })).toBe('退役军人、妇女')
})

describe('the way out of a sign-up', () => {
  const mine: Registration = {
    id: 'dl_r1',
    activity: 'dl_a1',
    title: '书画课',
    placeName: '三楼书画室',
    category: 'elder',
    startsAt: tomorrow,
    endsAt: tomorrow + 3_600_000,
    cancelUntil: tomorrow - 3_600_000,
    person: { id: 'dl_p1', name: '李奶奶' },
    by: null,
    state: 'in',
    position: null,
    at: now,
    sessions: [{ startsAt: tomorrow, endsAt: tomorrow + 3_600_000, attended: false }],
    certifiedAt: null,
  }
  test('a seat can be given back until its deadline', () => {
    expect(leaving(mine, now)).toMatchObject({
      label: '取消报名',
      words: '明天 上午 8:00 前可以取消',
    })
    const late = leaving(mine, mine.cancelUntil)
    expect(late?.label).toBeUndefined()
    expect(late?.words).toContain('打电话')
  })
  test('a place in the line can be left also after that', () => {
    expect(leaving({ ...mine, state: 'waiting' }, mine.cancelUntil)?.label).toBe('不排了')
  })
  test.each([
    ['is over', mine, mine.endsAt],
    ['was called off', { ...mine, state: 'withdrawn' as const }, now],
    ['was cancelled', { ...mine, state: 'cancelled' as const }, now],
    [
      'has been attended',
      { ...mine, sessions: mine.sessions.map((one) => ({ ...one, attended: true })) },
      now,
    ],
  ])('there is none when it %s', (_what, registration, at) => {
    expect(leaving(registration, at)).toBeNull()
  })
})

test('a state says the position while there is one', () => {
  expect(registrationSaid({ state: 'waiting', position: 3 }).label).toBe('排在第 3 位')
  expect(registrationSaid({ state: 'waiting', position: null }).label).toBe('在排队')
})

describe('who can be signed up by a tap', () => {
  const member = {
    id: 'dl_p1',
    name: '李奶奶',
    self: true,
    state: null,
    position: null,
    needsGuardian: false,
    reason: null,
  }
  const early = { ...member, id: 'dl_p2', reason: { code: 'NotOpenYet', data: {} } }
  const young = { ...member, id: 'dl_p3', reason: { code: 'TooYoung', data: {} } }
  const placed = { ...member, id: 'dl_p4', state: 'waiting' as const }
  const activity = {
    family: [member, early, young, placed],
    opensAt: tomorrow,
  } as unknown as ActivityDetail
  const ids = (at: number) => candidates(activity, at).map(({ id }) => id)

  test('whoever was only too early can from the opening on; other reasons stay', () => {
    expect(ids(tomorrow - 1)).toEqual(['dl_p1'])
    expect(ids(tomorrow)).toEqual(['dl_p1', 'dl_p2'])
  })

  test('a tap leads to a seat, to the line or to the draw', () => {
    const asOf = (facts: object) => verb({ ...activity, ...facts } as ActivityDetail)
    expect(asOf({ mode: 'firstCome', left: 1, waiting: 0 })).toBe('报名')
    expect(asOf({ mode: 'firstCome', left: 1, waiting: 1 })).toBe('排队等名额')
    expect(asOf({ mode: 'draw', left: 0, waiting: 0 })).toBe('报名抽签')
  })
})
