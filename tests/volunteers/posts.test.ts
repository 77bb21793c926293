import type { PostDoc, ShiftDoc } from '@/cloudfunctions/volunteers/store'
import { volunteers, type PostDraft } from '@/types/volunteers'
import { clockAt } from '../activities/publishing'
import type { TestCloud } from '../support/cloud'
import {
  as,
  codeOf,
  newKey,
  places,
  resident,
  seedMembers,
  staffId,
  staffOf,
  startCentre,
} from '../support/people'
import { crossing as beforeSchool } from './crossing'

let cloud: TestCloud
const chen = 'o-chen'
const shan = 'o-shan'

beforeEach(async () => {
  cloud = await startCentre()
  await seedMembers(cloud, [
    { openid: chen, name: '老陈', role: 'volunteer', node: places.jing },
    { openid: shan, name: '单阿姨', role: 'volunteer', node: places.jing },
  ])
})
afterEach(() => cloud.stop())

const staff = () => as(cloud, volunteers, staffOf.jingStaff)
const volunteer = (openid: string) => as(cloud, volunteers, openid)
const rows = async <T>(collection: string, where: object = {}): Promise<T[]> =>
  ((await cloud.admin.collection(collection).where(where).limit(1000).get()) as { data: T[] }).data

const crossing = (changes: Partial<PostDraft> = {}): PostDraft => ({ ...beforeSchool, ...changes })
const save = (
  draft: PostDraft,
  { post, rev = 0, key = newKey() }: { post?: string; rev?: number; key?: string } = {},
) => staff()('savePost', { key, rev, draft, ...(post !== undefined && { post }) })

const dayOf = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
const shiftsOf = async (post: string): Promise<ShiftDoc[]> =>
  (await rows<ShiftDoc>('shifts', { post })).sort((a, b) => a.startsAt - b.startsAt)
const daysOf = async (post: string): Promise<string[]> =>
  (await shiftsOf(post)).map(({ startsAt }) => dayOf(startsAt))

/** Mondays, Wednesdays and Fridays of the 28 days from Saturday the 21st. */
const fourWeeks = [
  '2026-11-23',
  '2026-11-25',
  '2026-11-27',
  '2026-11-30',
  '2026-12-02',
  '2026-12-04',
  '2026-12-07',
  '2026-12-09',
  '2026-12-11',
  '2026-12-14',
  '2026-12-16',
  '2026-12-18',
]

test('a post makes its shifts four weeks ahead, and a timer the next ones', async () => {
  const draft = crossing({
    insurance: '平安志愿者险',
    bring: '小红帽、哨子',
    phone: '13800001111',
    skipped: ['2026-11-25'],
  })
  const { days } = await staff()('previewPost', { draft })
  expect(days.slice(0, 3)).toEqual(['2026-11-23', '2026-11-27', '2026-11-30'])
  const key = newKey()
  const saved = await save(draft, { key })
  expect(saved).toMatchObject({
    kept: [],
    post: { rev: 1, next: Date.parse('2026-11-23T07:30:00+08:00') },
  })
  expect(await save(draft, { key })).toEqual(saved)
  const expected = fourWeeks.filter((day) => day !== '2026-11-25')
  expect(await daysOf(saved.post.id)).toEqual(expected)
  const [first] = (await volunteer(chen)('listShifts', {})).items
  expect(first).toMatchObject({
    kind: 'schoolGate',
    insurance: '平安志愿者险',
    bring: '小红帽、哨子',
    followsService: false,
    post: saved.post.id,
    obstacle: null,
  })

  await cloud.clock('2026-11-23T00:10:00+08:00')
  await cloud.timer('jobs')
  expect(await daysOf(saved.post.id)).toEqual([...expected, '2026-12-21'])
  await cloud.timer('jobs')
  await cloud.clock('2026-12-09T00:10:00+08:00')
  await cloud.timer('jobs')
  const days2 = await daysOf(saved.post.id)
  expect(days2).toHaveLength(new Set(days2).size)
  expect(days2.at(-1)).toBe('2027-01-06')
  // 元旦 is a holiday.
  expect(days2).not.toContain('2027-01-01')
})

test('wherever the making is cut off, the next timer ends with each shift once', async () => {
  let minutes = 0
  for (const [skip, after] of [0, 1, 2, 3].flatMap((n) => [
    [n, false] as const,
    [n, true] as const,
  ])) {
    const key = newKey()
    await cloud.fault({
      action: 'write',
      procedure: 'volunteers.savePost',
      kind: 'crash',
      skip,
      after,
      times: 1,
    })
    await save(crossing(), { key }).catch(() => null)
    await cloud.clearFaults()
    const before = (await rows<PostDoc>('shift_posts', { savedBy: key }))[0]
    if (before) {
      await cloud.clock(clockAt(Date.parse('2026-11-21T08:00:00+08:00') + (minutes += 15) * 60_000))
      await cloud.timer('jobs')
      expect(await daysOf(before._id)).toEqual(fourWeeks)
    }
    const { post } = await save(crossing(), { key })
    expect(await daysOf(post.id)).toEqual(fourWeeks)
    expect((await rows<PostDoc>('shift_posts', { _id: post.id }))[0]!.madeUntil).toBe('2026-12-19')
  }
})

test('shifts nobody is on follow a change; those that somebody said yes to stay and are named', async () => {
  const { post } = await save(crossing())
  const [monday, wednesday] = await shiftsOf(post.id)
  await volunteer(chen)('confirmShift', { shift: monday!._id })
  await volunteer(shan)('confirmShift', { shift: wednesday!._id })

  const later = { recurrence: 'FREQ=WEEKLY;BYDAY=MO,TH', startsAt: '07:20', insurance: '意外险' }
  const changed = await save(crossing(later), { post: post.id, rev: 1 })
  expect(changed.kept.map(({ id }) => id)).toEqual([monday!._id, wednesday!._id])
  const now = await shiftsOf(post.id)
  expect(now.map(({ startsAt }) => dayOf(startsAt)).slice(0, 4)).toEqual([
    '2026-11-23',
    '2026-11-25',
    '2026-11-26',
    '2026-11-30',
  ])
  expect(now[0]).toMatchObject({ startsAt: monday!.startsAt, people: [staffId(chen)] })
  expect(now[2]!.startsAt).toBe(Date.parse('2026-11-26T07:20:00+08:00'))
  expect(now[3]).toMatchObject({
    startsAt: Date.parse('2026-11-30T07:20:00+08:00'),
    insurance: '意外险',
    left: 2,
  })

  // What hurts nobody is said of all of them.
  const more = { recurrence: 'FREQ=WEEKLY;BYDAY=MO,WE', needed: 3, bring: '雨衣' }
  const again = await save(crossing(more), { post: post.id, rev: 2 })
  expect(again.kept).toEqual([])
  expect((await shiftsOf(post.id))[0]).toMatchObject({ needed: 3, left: 2, bring: '雨衣' })
})

test('a post that ends takes its empty shifts along; what was called off stays called off', async () => {
  const { post } = await save(crossing())
  const all = await shiftsOf(post.id)
  await staff()('callOffShift', { shift: all[1]!._id, because: '下雪' })
  await volunteer(chen)('confirmShift', { shift: all[4]!._id })
  const ended = await save(crossing({ until: '2026-11-27' }), { post: post.id, rev: 1 })
  expect(ended.kept.map(({ id }) => id)).toEqual([all[4]!._id])
  expect(await daysOf(post.id)).toEqual(['2026-11-23', '2026-11-25', '2026-11-27', '2026-12-02'])
  await cloud.clock('2026-11-28T09:00:00+08:00')
  const over = await save(crossing({ until: '2026-11-27' }), { post: post.id, rev: 2 })
  expect(over.post.next).toBeNull()
  await save(crossing(), { post: post.id, rev: 3 })
  expect((await shiftsOf(post.id))[1]).toMatchObject({ state: 'calledOff' })
})

test('a rule that makes no day, times out of order and what another changed meanwhile are refused', async () => {
  expect(await codeOf(save(crossing({ recurrence: 'FREQ=HOURLY' })))).toBe('NoDates')
  expect(await codeOf(save(crossing({ until: '2026-11-22' })))).toBe('NoDates')
  expect(await codeOf(staff()('previewPost', { draft: crossing({ until: '2026-11-22' }) }))).toBe(
    'NoDates',
  )
  expect(await codeOf(save(crossing({ endsAt: '07:30' })))).toBe('TimesOutOfOrder')
  const { post } = await save(crossing())
  expect(await codeOf(save(crossing(), { post: post.id, rev: 0 }))).toBe('ChangedMeanwhile')
  const [one, other] = await Promise.all([
    codeOf(save(crossing({ needed: 3 }), { post: post.id, rev: 1 })),
    codeOf(save(crossing({ needed: 4 }), { post: post.id, rev: 1 })),
  ])
  expect([one, other].sort()).toEqual(['ChangedMeanwhile', 'ok'])
})

test('staff see the posts of their nodes, the early ones first', async () => {
  await save(crossing({ title: '傍晚护学岗', startsAt: '16:00', endsAt: '16:40' }))
  await save(crossing())
  const titles = async (openid: string) =>
    (await as(cloud, volunteers, openid)('posts', {})).items.map(({ title }) => title)
  expect(await titles(staffOf.jingStaff)).toEqual(['早上护学岗', '傍晚护学岗'])
  expect(await titles(staffOf.centreStaff)).toEqual(['早上护学岗', '傍晚护学岗'])
  expect(await titles(staffOf.chunStaff)).toEqual([])
  expect(
    await codeOf(
      as(cloud, volunteers, staffOf.chunStaff)('savePost', { rev: 0, draft: crossing() }),
    ),
  ).toBe('NotAllowed')
})

describe('the hand-over note', () => {
  const words = '路口的红绿灯坏了，多留神'

  test('is read by who comes next on the post, until somebody writes anew', async () => {
    const { post } = await save(crossing())
    const [monday, wednesday, friday] = await shiftsOf(post.id)
    await volunteer(chen)('confirmShift', { shift: monday!._id })
    for (const shift of [wednesday!, friday!])
      await volunteer(shan)('confirmShift', { shift: shift._id })
    const write = (openid: string, shift: string, said = words) =>
      codeOf(volunteer(openid)('writeHandOver', { shift, words: said }))
    expect(await write(chen, monday!._id)).toBe('NotBegun')
    expect(await write(shan, monday!._id)).toBe('NotOnShift')
    await cloud.clock('2026-11-23T08:00:00+08:00')
    expect(await write(chen, monday!._id)).toBe('ok')
    const notes = async (openid: string) =>
      (await volunteer(openid)('listShifts', { mine: true })).items.map(({ handOver }) => handOver)
    expect(await notes(shan)).toEqual([words, null])
    expect(await notes(chen)).toEqual([null])
    expect((await volunteer(chen)('listShifts', {})).items.every(({ handOver }) => !handOver)).toBe(
      true,
    )

    await cloud.clock('2026-11-25T08:00:00+08:00')
    expect(await write(shan, wednesday!._id, '修好了')).toBe('ok')
    // Written late of an earlier shift: what is newer stays.
    expect(await write(chen, monday!._id, '忘了说')).toBe('ok')
    expect((await rows<PostDoc>('shift_posts'))[0]!.handOver?.words).toBe('修好了')
    expect(await notes(shan)).toEqual([null, '修好了'])
  })

  test('bad words are refused, and a shift that stands alone has no next', async () => {
    const { post } = await save(crossing())
    const [monday] = await shiftsOf(post.id)
    await volunteer(chen)('confirmShift', { shift: monday!._id })
    await cloud.clock('2026-11-23T08:00:00+08:00')
    expect(
      await codeOf(
        volunteer(chen)('writeHandOver', {
          shift: monday!._id,
          words: '现场教您刷单返利',
        }),
      ),
    ).toBe('TextRefused')
    const { id } = await staff()('saveShift', {
      kind: 'hall',
      title: '大厅引导',
      placeName: '一楼',
      node: places.jing,
      startsAt: Date.parse('2026-11-23T08:30:00+08:00'),
      endsAt: Date.parse('2026-11-23T11:30:00+08:00'),
      needed: 1,
    })
    await volunteer(chen)('confirmShift', { shift: id })
    await cloud.clock('2026-11-23T09:00:00+08:00')
    expect(await codeOf(volunteer(chen)('writeHandOver', { shift: id, words }))).toBe('NoPost')
  })
})

describe('on duty now', () => {
  test('anybody sees who is on, masked, until when, and whom to call: three requests beside the passport', async () => {
    const { post } = await save(crossing({ phone: '13800001111' }))
    const [monday] = await shiftsOf(post.id)
    await volunteer(chen)('confirmShift', { shift: monday!._id })
    const hall = await staff()('saveShift', {
      kind: 'hall',
      title: '大厅引导',
      placeName: '一楼',
      node: places.jing,
      startsAt: Date.parse('2026-11-23T07:00:00+08:00'),
      endsAt: Date.parse('2026-11-23T11:30:00+08:00'),
      needed: 1,
    })
    await volunteer(shan)('confirmShift', { shift: hall.id })
    const onDuty = () => as(cloud, volunteers, 'o-passer-by')('onDuty', {})
    expect((await onDuty()).items).toEqual([])
    await cloud.clock('2026-11-23T07:40:00+08:00')
    await cloud.resetMetrics()
    expect((await onDuty()).items).toEqual([
      {
        id: monday!._id,
        kind: 'schoolGate',
        title: '早上护学岗',
        placeName: '静安小学门口',
        names: ['老*'],
        more: 0,
        here: false,
        until: monday!.endsAt,
        phone: '13800001111',
      },
      expect.objectContaining({ title: '大厅引导', names: ['单**'], phone: '0411-84000000' }),
    ])
    const { requests } = (await cloud.metrics()).procedures['volunteers.onDuty'] ?? {}
    expect(requests).toBe(4)
    await cloud.clock('2026-11-23T08:10:00+08:00')
    expect((await onDuty()).items.map(({ title }) => title)).toEqual(['大厅引导'])
    await resident(cloud, 'o-li', '李奶奶')
    expect((await volunteer('o-li')('onDuty', {})).items).toHaveLength(1)
    // Who is under age is not named, and who went is not there.
    const tick = (leaving: boolean) =>
      staff()('tick', { shift: hall.id, person: staffId(shan), leaving })
    await tick(false)
    expect((await onDuty()).items).toMatchObject([{ names: ['单**'], more: 0, here: true }])
    await cloud.admin
      .collection('people')
      .where({ _id: staffId(shan) })
      .update({ facts: { birthDate: '2012-05-01' } })
    expect((await onDuty()).items).toMatchObject([{ names: [], more: 1, here: true }])
    await cloud.clock('2026-11-23T09:00:00+08:00')
    await tick(true)
    expect((await onDuty()).items).toEqual([])
  })
})
