import { activities, type ActivityDraft } from '@/types/activities'
import { notices } from '@/types/notices'
import type { TestCloud } from '../support/cloud'
import { as, codeOf, places, resident, saturday, staffOf, startCentre } from '../support/people'
import { clockAt, inHours, lego, legoStarts, publish } from './publishing'

let cloud: TestCloud
const [li, wang] = ['o-li', 'o-wang']

beforeAll(async () => {
  cloud = await startCentre()
  await resident(cloud, li, '李奶奶')
  await resident(cloud, wang, '王小明')
})
afterAll(() => cloud.stop())
beforeEach(() => cloud.clock(saturday))

const calling = (openid: string) => as(cloud, activities, openid)
const staff = () => calling(staffOf.centreStaff)
const toldOf = async (openid: string, activity: string) =>
  (await as(cloud, notices, openid)('mine', {})).items.filter(({ thing }) => thing === activity)
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => null,
    ({ code, data }: { code: string; data: unknown }) => ({ code, data }),
  )

describe('publish', () => {
  test('the same tap publishes once', async () => {
    const key = 'publish-this-one-once'
    const [one, two] = await Promise.all(
      [1, 2].map(() => staff()('publish', { draft: lego({ title: '只办一次' }), key })),
    )
    expect(one).toEqual(two)
    const { items } = await staff()('listForStaff', {})
    expect(items.filter(({ title }) => title === '只办一次')).toHaveLength(1)
  })

  test.each<[string, Partial<ActivityDraft>, object]>([
    [
      'a session that ends before it begins',
      { sessions: [{ startsAt: inHours(30), endsAt: inHours(29) }] },
      { code: 'TimesOutOfOrder', data: { field: 'sessions' } },
    ],
    [
      'a session that is over',
      {
        sessions: [{ startsAt: inHours(-3), endsAt: inHours(-1) }],
        closesAt: inHours(-2),
        cancelUntil: inHours(-2),
        opensAt: inHours(-2.1),
      },
      { code: 'OpensInPast' },
    ],
    [
      'sign-up that closes before it opens',
      { opensAt: inHours(5), closesAt: inHours(4) },
      { code: 'TimesOutOfOrder', data: { field: 'closesAt' } },
    ],
    ['sign-up that opened yesterday', { opensAt: inHours(-24) }, { code: 'OpensInPast' }],
    ['a draw without a time', { mode: 'draw' }, { code: 'DrawTimeNeeded' }],
    [
      'a draw before sign-up closes',
      { mode: 'draw', drawAt: inHours(5) },
      { code: 'TimesOutOfOrder', data: { field: 'drawAt' } },
    ],
    [
      'more places than one document holds',
      { seats: 480, waitlist: 100 },
      { code: 'TooManyPlaces', data: { most: 500 } },
    ],
    ['a word WeChat refuses', { description: '现场教您刷单返利' }, { code: 'TextRefused' }],
  ])('refuses %s', async (_what, changes, expected) => {
    expect(await refusal(staff()('publish', { draft: lego(changes) }))).toMatchObject(expected)
  })

  test('community staff publish in their own community only', async () => {
    const chun = calling(staffOf.chunStaff)
    expect(await codeOf(chun('publish', { draft: lego({ node: places.chun }) }))).toBe('ok')
    expect(await codeOf(chun('publish', { draft: lego({ node: places.jing }) }))).toBe('NotAllowed')
    expect(await codeOf(calling(li)('publish', { draft: lego() }))).toBe('NotAllowed')
  })
})

describe('edit', () => {
  test('more seats go to the line; fewer than are taken are refused', async () => {
    const activity = await publish(cloud, lego({ seats: 1 }))
    await calling(li)('signUp', { activity })
    await calling(wang)('signUp', { activity })
    await staff()('edit', { activity, rev: 1, draft: lego({ seats: 2 }) })
    expect((await calling(wang)('get', { activity })).family[0]).toMatchObject({ state: 'in' })
    expect((await toldOf(wang, activity)).map(({ event }) => event)).toEqual(['promoted'])
    expect(await refusal(staff()('edit', { activity, rev: 2, draft: lego({ seats: 1 }) }))).toEqual(
      {
        code: 'SeatsTaken',
        data: { least: 2 },
      },
    )
    expect(await staff()('getDraft', { activity })).toMatchObject({ rev: 2, draft: { seats: 2 } })
  })

  test('two editors do not overwrite each other; the same tap edits once', async () => {
    const activity = await publish(cloud, lego())
    const key = 'the-first-editor-saves'
    await staff()('edit', { activity, rev: 1, draft: lego({ title: '新名字' }), key })
    await staff()('edit', { activity, rev: 1, draft: lego({ title: '新名字' }), key })
    expect(await codeOf(staff()('edit', { activity, rev: 1, draft: lego() }))).toBe(
      'ChangedMeanwhile',
    )
    expect(await calling(li)('get', { activity })).toMatchObject({ title: '新名字' })
  })

  test('when it moves, everybody in it is told and their own list shows the new time', async () => {
    const activity = await publish(cloud, lego())
    await calling(li)('signUp', { activity })
    await staff()('edit', { activity, rev: 1, draft: lego({ summary: '换个说法' }) })
    expect((await toldOf(li, activity)).map(({ event }) => event)).toEqual(['signedUp'])
    const later = { startsAt: legoStarts + 3_600_000, endsAt: legoStarts + 7_200_000 }
    await staff()('edit', { activity, rev: 2, draft: lego({ sessions: [later] }) })
    expect((await toldOf(li, activity))[0]).toMatchObject({
      event: 'activityChanged',
      data: { startsAt: later.startsAt },
    })
    const { items } = await calling(li)('mine', {})
    expect(items.find((item) => item.activity === activity)).toMatchObject(later)
  })
})

describe('an edit whose record was cut off', () => {
  test('is what everybody reads at once', async () => {
    const activity = await publish(cloud, lego())
    await cloud.fault({
      action: 'database.modifyDocument',
      collection: 'activities',
      kind: 'crash',
    })
    const draft = lego({
      description: '请带一支铅笔。',
      questions: [{ label: '会写字吗', options: [], required: false }],
      headCount: true,
      node: places.chun,
    })
    await expect(staff()('edit', { activity, rev: 1, draft })).rejects.toThrow()
    expect(await cloud.faults()).toEqual([])

    const { questions } = draft
    expect(await calling(li)('get', { activity })).toMatchObject({
      description: '请带一支铅笔。',
      nodeName: '春柳社区',
      questions,
    })
    expect(await staff()('roster', { activity })).toMatchObject({ headCount: true, questions })
    expect(await staff()('countHeads', { activity, session: 0, heads: 0 })).toEqual({ expected: 0 })
    expect(await staff()('getDraft', { activity })).toEqual({ rev: 2, draft })
  })
})

describe('withdraw', () => {
  test('stops at once, and everybody in it is told why, once', async () => {
    const activity = await publish(cloud, lego())
    await calling(li)('signUp', { activity })
    expect(await staff()('withdraw', { activity, because: '老师生病了' })).toEqual({ told: 1 })
    expect(await codeOf(calling(wang)('signUp', { activity }))).toBe('Withdrawn')
    expect(await calling(li)('get', { activity })).toMatchObject({
      state: 'withdrawn',
      withdrawnBecause: '老师生病了',
      family: [{ state: 'withdrawn' }],
    })
    await cloud.timer('jobs')
    await cloud.clock(clockAt(inHours(1)))
    await cloud.timer('jobs')
    const told = (await toldOf(li, activity)).filter(({ event }) => event === 'activityWithdrawn')
    expect(told).toMatchObject([{ data: { because: '老师生病了', title: '乐高搭建课' } }])
    expect(
      (await calling(li)('mine', {})).items.find((item) => item.activity === activity),
    ).toMatchObject({ state: 'withdrawn' })
    expect((await calling(wang)('list', {})).items.map(({ id }) => id)).not.toContain(activity)
  })
})

describe('list', () => {
  test('pages soonest first, by day and category, without what is over', async () => {
    const day = 24 * 3_600_000
    const far = legoStarts + 100 * day
    const made: string[] = []
    for (let i = 0; i < 23; i++)
      made.push(
        await publish(
          cloud,
          lego({
            category: 'festival',
            sessions: [{ startsAt: far + i * day, endsAt: far + i * day + 3_600_000 }],
          }),
        ),
      )
    const first = await calling(li)('list', { category: 'festival' })
    expect(first.items.map(({ id }) => id)).toEqual(made.slice(0, 20))
    const second = await calling(li)('list', { category: 'festival', after: first.next ?? '' })
    expect(second).toMatchObject({ next: null })
    expect(second.items.map(({ id }) => id)).toEqual(made.slice(20))

    const theDay = new Date(far + 5 * day + 8 * 3_600_000).toISOString().slice(0, 10)
    const thatDay = await calling(li)('list', { from: theDay, to: theDay })
    expect(thatDay.items.map(({ id }) => id)).toEqual([made[5]])

    await cloud.clock(clockAt(far + 22 * day + 3_600_000))
    expect((await calling(li)('list', {})).items).toEqual([])
  })

  test('a series stands at its next session, and on each of its days', async () => {
    const session = (hours: number) => ({ startsAt: inHours(hours), endsAt: inHours(hours + 1) })
    const activity = await publish(
      cloud,
      lego({
        category: 'health',
        sessions: [session(2), session(7 * 24 + 2)],
        closesAt: inHours(100),
        cancelUntil: inHours(100),
      }),
    )
    const shown = async (input: object) =>
      (await calling(li)('list', { category: 'health', ...input })).items.map(({ id }) => id)
    expect(await shown({ from: '2026-11-28', to: '2026-11-28' })).toEqual([activity])
    expect(await shown({ from: '2026-11-22' })).toEqual([])
    await cloud.clock(clockAt(inHours(4)))
    await cloud.timer('jobs')
    expect(await shown({ from: '2026-11-22' })).toEqual([activity])
  })
})

test('the evening before, everybody who is in is reminded once', async () => {
  const activity = await publish(cloud, lego({ seats: 1 }))
  await calling(li)('signUp', { activity })
  await calling(wang)('signUp', { activity })
  await cloud.clock('2026-11-27T17:01:00+08:00')
  await cloud.timer('jobs')
  await cloud.timer('jobs')
  const events = async (openid: string) =>
    (await toldOf(openid, activity)).map(({ event }) => event)
  expect((await events(li)).filter((event) => event === 'activityTomorrow')).toHaveLength(1)
  expect(await events(wang)).not.toContain('activityTomorrow')
})

test('others see masked names only', async () => {
  const activity = await publish(cloud, lego())
  await calling(li)('signUp', { activity })
  expect(await calling(wang)('participants', { activity })).toEqual({ names: ['李**'], seats: 20 })
})
