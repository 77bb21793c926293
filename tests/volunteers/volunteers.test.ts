import type { BalanceDoc, ShiftDoc } from '@/cloudfunctions/volunteers/store'
import { residents } from '@/types/residents'
import { volunteers } from '@/types/volunteers'
import { clockAt } from '../activities/publishing'
import type { TestCloud } from '../support/cloud'
import { crowd, rush } from './crowd'
import { registered } from './registered'
import {
  as,
  codeOf,
  jingHome,
  newKey,
  places,
  Refused,
  resident,
  seedMembers,
  staffId,
  staffOf,
  startCentre,
} from '../support/people'

let cloud: TestCloud
const chen = 'o-chen'
const shan = 'o-shan'

beforeEach(async () => {
  cloud = await startCentre()
  await seedMembers(cloud, [
    { openid: chen, name: '老陈', role: 'volunteer', node: places.jing },
    { openid: shan, name: '单阿姨', role: 'volunteer', node: places.jing },
    { openid: 'o-jing-second', name: '第二位社工', role: 'communityStaff', node: places.jing },
    ...crowd.map((openid) => ({
      openid,
      name: openid,
      role: 'volunteer' as const,
      node: places.jing,
    })),
  ])
})
afterEach(() => cloud.stop())

const staff = () => as(cloud, volunteers, staffOf.jingStaff)
const second = () => as(cloud, volunteers, 'o-jing-second')
const volunteer = (openid: string) => as(cloud, volunteers, openid)
/** Everything a new shift is, on Monday. */
const described = () => {
  const startsAt = Date.parse('2026-11-23T09:00:00+08:00')
  const endsAt = startsAt + 4 * 3_600_000
  const kind = 'canteenHelper' as const
  const where = { placeName: '共享餐厅', node: places.jing }
  return { kind, title: '周一帮厨', ...where, startsAt, endsAt, needed: 2 }
}
const kitchen = (
  changes: {
    needed?: number
    shift?: string
    key?: string
    startsAt?: number
    endsAt?: number
  } = {},
) => staff()('saveShift', { ...described(), ...changes })
const inDays = (days: number): number =>
  Date.parse('2026-11-21T08:00:00+08:00') + days * 24 * 3_600_000

/** Before and after each of so many writes. */
const cuts = (writes: number): (readonly [skip: number, after: boolean])[] =>
  Array.from({ length: writes * 2 }, (_, i) => [Math.floor(i / 2), i % 2 === 1] as const)

const rows = async <T>(collection: string, where: object = {}): Promise<T[]> =>
  ((await cloud.admin.collection(collection).where(where).limit(1000).get()) as { data: T[] }).data
const refusal = (call: Promise<unknown>): Promise<object> =>
  call.then(
    () => ({ code: 'ok' }),
    (error: unknown) => (error instanceof Refused ? { code: error.code, data: error.data } : {}),
  )
const told = async (event: string) =>
  (await rows<{ event: string; to: string; data: object }>('outbox', { event })).map(({ to }) => to)

describe('shifts', () => {
  test('a volunteer comes, and says so once; who is none is told what to do', async () => {
    const { id } = await kitchen()
    const key = newKey()
    const on = await volunteer(chen)('confirmShift', { shift: id, key })
    expect(on).toMatchObject({ confirmed: 1, mine: true })
    expect(await volunteer(chen)('confirmShift', { shift: id, key })).toEqual(on)
    expect(
      (await volunteer(chen)('listShifts', { mine: true })).items.map((shift) => shift.id),
    ).toEqual([id])

    await resident(cloud, 'o-li', '李奶奶')
    const shown = await volunteer('o-li')('listShifts', {})
    expect(shown.items).toMatchObject([{ id, mine: false, confirmed: 1 }])
    expect(await codeOf(volunteer('o-li')('confirmShift', { shift: id }))).toBe('NotAVolunteer')

    await volunteer(shan)('confirmShift', { shift: id })
    expect(await codeOf(volunteer(staffOf.jingWorker)('confirmShift', { shift: id }))).toBe(
      'NotAVolunteer',
    )
    expect(await codeOf(volunteer(staffOf.jingStaff)('confirmShift', { shift: id }))).toBe(
      'ShiftFull',
    )
    expect((await volunteer('o-li')('listShifts', {})).items).toEqual([])
  })

  test('what is near and fits comes first; of one kind, of one day, and all of it however much is full', async () => {
    const { id: kitchenId } = await kitchen()
    const from = (clock: number) => ({
      startsAt: Date.parse(`2026-11-23T${clock}:00:00+08:00`),
      endsAt: Date.parse(`2026-11-23T${clock + 4}:00:00+08:00`),
    })
    const wants = async (changes: object) =>
      (
        await as(
          cloud,
          volunteers,
          staffOf.centreStaff,
        )('saveShift', {
          ...described(),
          ...changes,
        })
      ).id
    const hall = await wants({ kind: 'hall', node: places.centre, ...from(10) })
    const school = await wants({ kind: 'schoolGate', node: places.chun, ...from(11) })
    const barber = await wants({ skills: ['haircut'], ...from(12) })
    const night = await wants({
      kind: 'patrol',
      startsAt: Date.parse('2026-11-24T22:00:00+08:00'),
      endsAt: Date.parse('2026-11-25T00:30:00+08:00'),
    })
    const [template] = await rows<ShiftDoc>('shifts', { _id: kitchenId })
    await cloud.admin.collection('shifts').add(
      Array.from({ length: 300 }, (_, n) => ({
        ...template!,
        _id: `dl_vsfull${n}`,
        endsAt: template!.endsAt - 1,
        needed: 1,
        left: 0,
        people: ['dl_pelse'],
        wanted: [],
      })),
    )
    await resident(cloud, 'o-wang', '王师傅', { home: jingHome() })
    await registered(cloud, 'o-wang')
    const sees = async (asked: object) =>
      (await volunteer('o-wang')('listShifts', asked)).items.map(({ id }) => id)
    expect(await sees({ near: true })).toEqual([kitchenId, hall, night])
    expect((await sees({})).sort()).toEqual([kitchenId, hall, school, barber, night].sort())
    expect(await sees({ kind: 'schoolGate' })).toEqual([school])
    expect(await sees({ near: true, kind: 'hall' })).toEqual([hall])
    expect(await sees({ day: '2026-11-24' })).toEqual([night])
    expect(await sees({ day: '2026-11-25' })).toEqual([])
    // Somebody comes and goes: the search follows.
    await volunteer('o-wang')('confirmShift', { shift: kitchenId })
    await volunteer(chen)('confirmShift', { shift: kitchenId })
    expect(await sees({ near: true })).toEqual([hall, night])
    await volunteer(chen)('withdrawFromShift', { shift: kitchenId })
    expect(await sees({})).toContain(kitchenId)
    await staff()('callOffShift', { shift: kitchenId, because: '停电' })
    expect(await sees({})).not.toContain(kitchenId)
  })

  test('who cannot come is off at once, and who runs it knows; a late duplicate puts nobody back', async () => {
    const { id } = await kitchen()
    const key = newKey()
    await volunteer(chen)('confirmShift', { shift: id, key })
    const off = await volunteer(chen)('withdrawFromShift', { shift: id, because: '发烧' })
    expect(off).toMatchObject({ confirmed: 0, mine: false })
    expect(await told('shiftLeft')).toEqual([staffId(staffOf.jingStaff)])
    // Why is for who was told, and does not stay with the shift.
    expect(JSON.stringify(await rows('shifts', { _id: id }))).not.toContain('发烧')
    expect(await volunteer(chen)('confirmShift', { shift: id, key })).toMatchObject({ mine: false })
    expect(await codeOf(volunteer(chen)('withdrawFromShift', { shift: id }))).toBe('NotOnShift')
    expect(await volunteer(chen)('confirmShift', { shift: id })).toMatchObject({ mine: true })
  })

  test('staff put somebody without a phone on it, and take off who is ill', async () => {
    const { id } = await kitchen()
    const { id: person } = await as(
      cloud,
      residents,
      staffOf.jingWorker,
    )('registerPerson', { name: '李爷爷', home: jingHome() })
    await staff()('putOnShift', { shift: id, person })
    expect(await codeOf(staff()('putOnShift', { shift: id, person }))).toBe('AlreadyOnShift')
    expect(await told('shiftPut')).toEqual([person])
    const { people } = await staff()('shiftRoster', { shift: id })
    expect(people).toMatchObject([{ name: '李爷爷', by: '钱社工', minutes: 0 }])
    await staff()('takeOffShift', { shift: id, person, because: '住院' })
    expect(await told('shiftCalledOff')).toEqual([person])
    expect((await staff()('shiftRoster', { shift: id })).people).toEqual([])
  })

  test('an edit, and calling it off, are told to who is on it', async () => {
    const { id } = await kitchen()
    await volunteer(chen)('confirmShift', { shift: id })
    await volunteer(shan)('confirmShift', { shift: id })
    expect(await codeOf(kitchen({ shift: id, needed: 1 }))).toBe('MoreAreOnIt')
    expect(await codeOf(kitchen({ startsAt: Date.parse('2026-11-24T09:00:00+08:00') }))).toBe(
      'TimesOutOfOrder',
    )
    const later = Date.parse('2026-11-23T10:00:00+08:00')
    await kitchen({ shift: id, startsAt: later })
    expect((await told('shiftMoved')).sort()).toEqual([staffId(chen), staffId(shan)].sort())
    expect(await staff()('callOffShift', { shift: id, because: '停气' })).toEqual({ told: 2 })
    expect(await told('shiftCalledOff')).toHaveLength(2)
    expect(await codeOf(volunteer(chen)('confirmShift', { shift: id }))).toBe('ok')
    expect(await codeOf(volunteer(staffOf.jingStaff)('confirmShift', { shift: id }))).toBe(
      'ShiftCalledOff',
    )
    expect(await codeOf(kitchen({ shift: id }))).toBe('ShiftCalledOff')
  })

  test('however many tap at once, as many are on it as it needs, and the others are told', async () => {
    const { id } = await kitchen({ needed: 3 })
    const answers = await rush(async (openid) => {
      const code = await codeOf(volunteer(openid)('confirmShift', { shift: id }))
      return code === 'TryAgain' ? null : code
    })
    expect(answers.filter((code) => code === 'ok')).toHaveLength(3)
    expect(answers.filter((code) => code === 'ShiftFull')).toHaveLength(crowd.length - 3)
    const [shift] = await rows<{ left: number; people: string[] }>('shifts', { _id: id })
    expect(shift).toMatchObject({ left: 0 })
    expect(new Set(shift!.people).size).toBe(3)
  })

  test('an edit leaves a shift where it is, also by somebody of the whole centre', async () => {
    const { id } = await kitchen()
    await as(
      cloud,
      volunteers,
      staffOf.centreStaff,
    )('saveShift', {
      shift: id,
      kind: 'canteenHelper',
      title: '周一帮厨',
      placeName: '二楼厨房',
      node: places.centre,
      startsAt: Date.parse('2026-11-23T09:00:00+08:00'),
      endsAt: Date.parse('2026-11-23T13:00:00+08:00'),
      needed: 2,
    })
    expect(await volunteer(chen)('confirmShift', { shift: id })).toMatchObject({
      placeName: '二楼厨房',
      mine: true,
    })
    expect(
      await codeOf(
        as(cloud, volunteers, staffOf.chunStaff)('callOffShift', { shift: id, because: '无' }),
      ),
    ).toBe('NotAllowed')
  })

  test('a new shift says where it is, and what is over is not changed any more', async () => {
    const { node: _, ...nowhere } = described()
    expect(await codeOf(staff()('saveShift', nowhere))).toBe('NotFound')
    const { id } = await kitchen()
    await cloud.clock('2026-11-23T13:00:00+08:00')
    const later = { ...described(), startsAt: inDays(3), endsAt: inDays(3) + 3_600_000 }
    expect(await codeOf(staff()('saveShift', { ...later, shift: id }))).toBe('ShiftOver')
  })

  test('what a colleague changed meanwhile is not overwritten, nor undone by a late repeat', async () => {
    const opened = await kitchen()
    const { node: _, ...terms } = described()
    const to = (hour: number) => Date.parse(`2026-11-23T${hour}:00:00+08:00`)
    const mine = { ...terms, key: newKey(), shift: opened.id, rev: opened.rev, startsAt: to(10) }
    expect(await staff()('saveShift', mine)).toMatchObject({ startsAt: to(10) })
    const theirs = { ...terms, shift: opened.id, startsAt: to(11) }
    expect(await codeOf(second()('saveShift', { ...theirs, rev: opened.rev }))).toBe(
      'ChangedMeanwhile',
    )
    await second()('saveShift', { ...theirs, rev: opened.rev + 1 })
    expect(await staff()('saveShift', mine)).toMatchObject({ startsAt: to(11) })
  })

  test('no shift is longer than a day and a night; one that goes past midnight is', async () => {
    const startsAt = Date.parse('2026-11-23T22:00:00+08:00')
    const night = { ...described(), startsAt, endsAt: startsAt + 24 * 3_600_000 }
    expect(await codeOf(staff()('saveShift', night))).toBe('ok')
    const longer = { ...night, endsAt: night.endsAt + 60_000 }
    expect(await codeOf(staff()('saveShift', longer))).toBe('ShiftTooLong')
  })

  test('who is on a shift is not taken where they may not go: staff see who', async () => {
    const { id } = await kitchen()
    await volunteer(chen)('confirmShift', { shift: id })
    const { id: person } = await as(
      cloud,
      residents,
      staffOf.jingWorker,
    )('registerPerson', { name: '李爷爷', home: jingHome() })
    await staff()('putOnShift', { shift: id, person })
    const { node: _, ...terms } = described()
    const carries = { ...terms, shift: id, kind: 'delivery' as const }
    expect(await refusal(staff()('saveShift', carries))).toEqual({
      code: 'NotForWhoIsOnIt',
      data: { names: '李爷爷' },
    })
    await staff()('takeOffShift', { shift: id, person })
    expect(await staff()('saveShift', carries)).toMatchObject({ kind: 'delivery', confirmed: 1 })
  })

  test('everybody on it is reminded on the eve, once for each time it begins', async () => {
    const { id } = await kitchen()
    for (const openid of [chen, shan]) await volunteer(openid)('confirmShift', { shift: id })
    const remindedAt = async (clock: string) => {
      await cloud.clock(clock)
      await cloud.timer('jobs')
      return (await told('shiftTomorrow')).length
    }
    expect(await remindedAt('2026-11-22T16:50:00+08:00')).toBe(0)
    expect(await remindedAt('2026-11-22T17:00:00+08:00')).toBe(2)
    expect(await remindedAt('2026-11-22T18:00:00+08:00')).toBe(2)
    const startsAt = Date.parse('2026-11-24T09:00:00+08:00')
    await kitchen({ shift: id, startsAt, endsAt: startsAt + 3_600_000 })
    expect(await remindedAt('2026-11-23T09:00:00+08:00')).toBe(2)
    // A run that comes late makes up for it; nobody is reminded of what has begun.
    expect(await remindedAt('2026-11-24T08:00:00+08:00')).toBe(4)
  })

  test.each(['takeOffShift', 'callOffShift'] as const)(
    'wherever %s is cut off, the sweep completes it, and the same tap counts once',
    async (procedure) => {
      let minutes = 0
      for (const [n, after] of cuts(6)) {
        const { id } = await kitchen()
        await volunteer(chen)('confirmShift', { shift: id })
        const key = newKey()
        await cloud.fault({
          action: 'write',
          procedure: `volunteers.${procedure}`,
          kind: 'crash',
          skip: n,
          after,
          times: 1,
        })
        const act = (): Promise<unknown> =>
          procedure === 'takeOffShift'
            ? staff()('takeOffShift', { key, shift: id, person: staffId(chen), because: '病了' })
            : staff()('callOffShift', { key, shift: id, because: '停气' })
        await act().catch(() => null)
        await cloud.clearFaults()
        await act()
        await cloud.clock(clockAt(inDays(0) + (minutes += 5) * 60_000))
        await cloud.timer('jobs')
        const [shift] = await rows<ShiftDoc>('shifts', { _id: id })
        expect(shift).toMatchObject({ owes: false, news: null })
        const off = procedure === 'takeOffShift'
        expect(shift).toMatchObject(
          off ? { people: [], left: 2, state: 'open' } : { people: [staffId(chen)], left: 1 },
        )
        const rowsTold = await rows<{ to: string }>('outbox', {
          thing: id,
          event: 'shiftCalledOff',
        })
        expect(rowsTold.map(({ to }) => to)).toEqual([staffId(chen)])
        const runners = await rows('outbox', { thing: id, event: 'shiftLeft' })
        expect(runners).toHaveLength(off ? 1 : 0)
      }
    },
  )
})

describe('hours', () => {
  const enter = (minutes: number, more: { person?: string; day?: string; shift?: string } = {}) =>
    staff()('enterHours', {
      person: staffId(chen),
      day: '2026-11-20',
      minutes,
      what: '帮厨',
      ...more,
    })
  const correct = (entry: string, minutes: number) =>
    staff()('correctHours', { entry, minutes, what: '帮厨，记错了' })
  const balanceOf = async () =>
    (await rows<BalanceDoc>('hours_balances', { person: staffId(chen) }))[0]!
  const minutesOf = async () =>
    (
      await rows<{ person: { minutes?: Record<string, number> } }>('passports', { openid: chen })
    )[0]!.person.minutes

  test('a second person confirms them: then they count, in the ledger and in the passport', async () => {
    const entry = await enter(120)
    expect(entry).toMatchObject({ state: 'proposed', mayConfirm: false, enteredBy: '钱社工' })
    expect(await codeOf(staff()('confirmHours', { entry: entry.id }))).toBe('NotYourself')
    const [waiting] = (await second()('hoursToConfirm', {})).items
    expect(waiting).toMatchObject({ id: entry.id, mayConfirm: true })
    const key = newKey()
    const confirmed = await second()('confirmHours', { entry: entry.id, key })
    expect(confirmed).toMatchObject({ state: 'confirmed', confirmedBy: '第二位社工' })
    expect(await second()('confirmHours', { entry: entry.id, key })).toEqual(confirmed)
    expect(await codeOf(second()('confirmHours', { entry: entry.id }))).toBe('AlreadyDecided')
    expect(await codeOf(second()('refuseHours', { entry: entry.id, because: '记错了' }))).toBe(
      'AlreadyDecided',
    )

    const hours = await volunteer(chen)('myHours', {})
    expect(hours).toMatchObject({ lastYear: 120, months: [{ month: '2026-11', minutes: 120 }] })
    expect(await minutesOf()).toEqual({ '2026-11': 120 })
    expect(await balanceOf()).toMatchObject({ total: 120, open: {}, owes: false })
    expect(await rows('hours_ledger')).toMatchObject([{ _id: entry.id, minutes: 120 }])
    expect(await balanceOf()).toMatchObject({ points: 20, debt: 0 })
    expect(await rows('points_ledger')).toMatchObject([{ points: 20, what: '帮厨' }])
    expect(await told('hoursConfirmed')).toEqual([staffId(chen)])
  })

  test('what is refused counts nothing, and says why', async () => {
    const { id } = await enter(60)
    await second()('refuseHours', { entry: id, because: '那天没开餐' })
    const { entries, lastYear } = await volunteer(chen)('myHours', {})
    expect(entries.items).toMatchObject([{ state: 'refused', because: '那天没开餐' }])
    expect(lastYear).toBe(0)
    expect(await rows('hours_ledger')).toEqual([])
    expect(await rows('outbox', { event: 'hoursRefused' })).toMatchObject([
      { to: staffId(chen), data: { title: '帮厨', because: '那天没开餐' } },
    ])
  })

  test('nobody enters their own, or of tomorrow; a correction never goes below zero', async () => {
    expect(await codeOf(enter(60, { person: staffId(staffOf.jingStaff) }))).toBe('NotYourself')
    expect(await codeOf(enter(60, { day: '2026-11-22' }))).toBe('InFuture')
    expect(await codeOf(enter(-60))).toBe('InvalidInput')
    const first = (await enter(60)).id
    expect(await codeOf(correct(first, -30))).toBe('NotConfirmed')
    await second()('confirmHours', { entry: first })
    expect(await codeOf(correct(first, 0))).toBe('NoMinutes')
    expect(
      await codeOf(volunteer(chen)('correctHours', { entry: first, minutes: 9, what: '多' })),
    ).toBe('NotAllowed')
    expect(await refusal(correct(first, -61))).toEqual({
      code: 'BelowZero',
      data: { minutes: 60 },
    })
    // Other hours of the month are not those that are corrected.
    await second()('confirmHours', { entry: (await enter(120)).id })
    const [one, other] = [await correct(first, -40), await correct(first, -40)]
    expect(one).toMatchObject({ corrects: first, day: '2026-11-20', state: 'proposed' })
    expect(await codeOf(correct(one.id, 10))).toBe('NotConfirmed')
    await second()('confirmHours', { entry: one.id })
    expect(await refusal(second()('confirmHours', { entry: other.id }))).toEqual({
      code: 'BelowZero',
      data: { minutes: 20 },
    })
    await second()('refuseHours', { entry: other.id, because: '两个人都更正了' })
    expect(await balanceOf()).toMatchObject({ total: 140 })
    expect(await told('hoursRefused')).toEqual([])
  })

  test('two who confirm at once, and one who refuses: it is decided once', async () => {
    await seedMembers(cloud, [
      { openid: 'o-jing-third', name: '第三位社工', role: 'communityStaff', node: places.jing },
    ])
    for (let n = 0; n < 5; n++) {
      const { id } = await enter(30)
      const before = (await balanceOf()).total
      const codes = await Promise.all([
        codeOf(second()('confirmHours', { entry: id })),
        codeOf(as(cloud, volunteers, 'o-jing-third')('confirmHours', { entry: id })),
        codeOf(
          as(cloud, volunteers, 'o-jing-third')('refuseHours', { entry: id, because: '不对' }),
        ),
      ])
      expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
      const [entry] = await rows<{ state: string }>('hours_entries', { _id: id })
      expect((await balanceOf()).total - before).toBe(entry!.state === 'confirmed' ? 30 : 0)
    }
    const ledger = await rows<{ minutes: number }>('hours_ledger')
    expect(ledger.reduce((sum, { minutes }) => sum + minutes, 0)).toBe((await balanceOf()).total)
  })

  test('wherever it is cut off, the sweep completes it, and the same tap counts once', async () => {
    for (const [n, after] of [0, 1, 2, 3, 4, 5, 6].flatMap(
      (n) =>
        [
          [n, false],
          [n, true],
        ] as const,
    )) {
      const { id } = await enter(10)
      const key = newKey()
      await cloud.fault({
        action: 'write',
        procedure: 'volunteers.confirmHours',
        kind: 'crash',
        skip: n,
        after,
        times: 1,
      })
      await second()('confirmHours', { entry: id, key }).catch(() => null)
      await cloud.clearFaults()
      await second()('confirmHours', { entry: id, key })
    }
    await cloud.clock('2026-11-21T08:10:00+08:00')
    await cloud.timer('jobs')
    expect(await balanceOf()).toMatchObject({ total: 140, open: {}, owes: false })
    expect(await rows('hours_ledger')).toHaveLength(14)
    expect(await minutesOf()).toEqual({ '2026-11': 140 })
    expect(await told('hoursConfirmed')).toHaveLength(14)
  })

  test('at night a balance that differs from its ledger is mended, and months roll off', async () => {
    await second()('confirmHours', { entry: (await enter(90)).id })
    await second()('confirmHours', { entry: (await enter(40, { day: '2025-12-05' })).id })
    await cloud.admin
      .collection('hours_balances')
      .where({ person: staffId(chen) })
      .update({ total: 999, 'months.2026-11': 999, points: 999 })
    await cloud.clock('2026-11-22T03:00:00+08:00')
    await cloud.timer('jobs')
    expect(await balanceOf()).toMatchObject({
      total: 130,
      months: { '2025-12': 40, '2026-11': 90 },
      points: 21,
    })
    expect(cloud.output()).toContain('"procedure":"reconcile","handled":1')
    await cloud.clock('2027-01-01T03:00:00+08:00')
    await cloud.timer('jobs')
    expect(await minutesOf()).toEqual({ '2026-11': 90 })
    expect((await balanceOf()).total).toBe(130)
  })

  test('of two records that become one the hours are together', async () => {
    await second()('confirmHours', { entry: (await enter(60)).id })
    const { id: old } = await as(
      cloud,
      residents,
      staffOf.jingWorker,
    )('registerPerson', { name: '老陈', home: jingHome() })
    await second()('confirmHours', { entry: (await enter(30, { person: old })).id })
    await as(
      cloud,
      residents,
      staffOf.centreStaff,
    )('mergePeople', { keep: staffId(chen), merge: old })
    expect((await volunteer(chen)('myHours', {})).lastYear).toBe(90)
    await second()('confirmHours', { entry: (await enter(15, { person: old })).id })
    const hours = await second()('hoursOf', { person: staffId(chen) })
    expect(hours).toMatchObject({ lastYear: 105, name: '老陈' })
    expect(hours.entries.items).toHaveLength(3)
    expect(await minutesOf()).toEqual({ '2026-11': 105 })
    // What was given under the former id is corrected there, and so are its points.
    const before = hours.entries.items.find(({ minutes }) => minutes === 30)!
    const fewer = await correct(before.id, -24)
    expect(await second()('confirmHours', { entry: fewer.id })).toMatchObject({
      state: 'confirmed',
      minutes: -24,
    })
    expect(await minutesOf()).toEqual({ '2026-11': 81 })
    expect((await volunteer(chen)('myPoints', {})).points).toBe(13)
    expect(await balanceOf()).toMatchObject({ points: 13 })
  })

  describe('of a shift', () => {
    let shift = ''
    const over = '2026-11-23T13:05:00+08:00'
    beforeEach(async () => {
      shift = (await kitchen()).id
      await volunteer(chen)('confirmShift', { shift })
    })
    const ofShift = (
      minutes: number,
      more: { person?: string; key?: string; day?: string } = {},
      by: string = staffOf.jingStaff,
    ) =>
      as(
        cloud,
        volunteers,
        by,
      )('enterHours', {
        shift,
        person: staffId(chen),
        day: '2026-11-23',
        minutes,
        what: '帮厨',
        ...more,
      })

    test('they are entered once for who was there, when it is over, and stand beside them', async () => {
      await cloud.clock('2026-11-23T12:55:00+08:00')
      expect(await codeOf(ofShift(240))).toBe('ShiftNotOver')
      await cloud.clock(over)
      expect(await codeOf(ofShift(240, { person: staffId(shan) }))).toBe('NotOnShift')
      expect(await refusal(ofShift(301))).toEqual({
        code: 'LongerThanShift',
        data: { minutes: 300 },
      })
      expect(await codeOf(ofShift(240, { day: '2026-11-22' }))).toBe('InvalidInput')
      const key = newKey()
      const entry = await ofShift(300, { key })
      expect(entry).toMatchObject({ state: 'proposed', minutes: 300, day: '2026-11-23', shift })
      expect(await ofShift(300, { key })).toEqual(entry)
      expect(await refusal(ofShift(240, {}, 'o-jing-second'))).toEqual({
        code: 'AlreadyEntered',
        data: { minutes: 300, by: '钱社工' },
      })
      expect((await staff()('shiftRoster', { shift })).people).toMatchObject([{ minutes: 300 }])
      await second()('confirmHours', { entry: entry.id })
      expect(await codeOf(ofShift(60))).toBe('AlreadyEntered')
      const less = await correct(entry.id, -60)
      expect(less).toMatchObject({ shift, day: '2026-11-23', corrects: entry.id })
      await second()('confirmHours', { entry: less.id })
      expect((await balanceOf()).total).toBe(240)
    })

    test('what a second person refused can be entered anew, and a late duplicate of it is not', async () => {
      await cloud.clock(over)
      const key = newKey()
      const wrong = await ofShift(300, { key })
      await second()('refuseHours', { entry: wrong.id, because: '提前走了' })
      expect(await ofShift(300, { key })).toMatchObject({ id: wrong.id, state: 'refused' })
      const right = await ofShift(180)
      await second()('confirmHours', { entry: right.id })
      expect((await balanceOf()).total).toBe(180)
    })

    test('however many staff enter them at once, they count once', async () => {
      const { id } = await kitchen({ needed: 6 })
      const six = crowd.slice(0, 6)
      for (const openid of six) await volunteer(openid)('confirmShift', { shift: id })
      await cloud.clock(over)
      const staffs = [staffOf.jingStaff, 'o-jing-second', staffOf.centreStaff]
      for (const openid of six) {
        const person = staffId(openid)
        const enter = async (by: string, key: string): Promise<string> => {
          const hours = { shift: id, person, day: '2026-11-23', minutes: 240, what: '帮厨', key }
          const code = await codeOf(as(cloud, volunteers, by)('enterHours', hours))
          return code === 'TryAgain' ? enter(by, key) : code
        }
        const taps = Array.from({ length: 9 }, (_, i) => enter(staffs[i % 3]!, newKey()))
        const codes = await Promise.all(taps)
        expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
        expect(codes.filter((code) => code === 'AlreadyEntered')).toHaveLength(8)
        expect(await rows('hours_entries', { shift: id, person })).toHaveLength(1)
      }
    })

    test('wherever it is cut off, the sweep writes the entry, and the same tap is one', async () => {
      let minutes = 0
      for (const [n, after] of cuts(6)) {
        await cloud.clock(clockAt(Date.parse(over) + (minutes += 5) * 60_000))
        const key = newKey()
        await cloud.fault({
          action: 'write',
          procedure: 'volunteers.enterHours',
          kind: 'crash',
          skip: n,
          after,
          times: 1,
        })
        await ofShift(240, { key }).catch(() => null)
        await cloud.clearFaults()
        await cloud.clock(clockAt(Date.parse(over) + (minutes += 5) * 60_000))
        await cloud.timer('jobs')
        const { id } = await ofShift(240, { key })
        const entries = await rows<{ _id: string; state: string }>('hours_entries', { shift })
        expect(entries.filter(({ state }) => state === 'proposed')).toMatchObject([{ _id: id }])
        const [kept] = await rows<ShiftDoc>('shifts', { _id: shift })
        expect(kept).toMatchObject({ owes: false })
        expect(kept!.claims[staffId(chen)]!.hours).toMatchObject({ entry: id, owed: null })
        await second()('refuseHours', { entry: id, because: '下一轮' })
      }
    })
  })
})
