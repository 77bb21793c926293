import { centre as centreContract } from '@/types/centre'
import { haircuts } from '@/types/haircuts'
import { residents } from '@/types/residents'
import { volunteers } from '@/types/volunteers'
import { costOf } from '../activities/cost'
import { crowdOf, seedCrowd } from '../activities/crowd'
import type { TestCloud } from '../support/cloud'
import {
  as,
  codeOf,
  jingHome,
  newKey,
  places,
  resident,
  staffOf,
  startCentre,
} from '../support/people'
import {
  barberId,
  barbers,
  confirm,
  december,
  decemberShift,
  host,
  openDecember,
  opened,
  residentsOf,
  saveRule,
  sessionDoc,
  the16th,
  told,
} from './square'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startCentre()
})
afterEach(() => cloud.stop())

const mine = async (openid: string) => (await as(cloud, haircuts, openid)('mine', {})).items
const book = (
  openid: string,
  more: { slot?: number; wait?: boolean; key?: string; forResident?: string } = {},
) => as(cloud, haircuts, openid)('book', { session: december, ...more })

test('nobody types the months ahead: they are on show, and a timer opens each', async () => {
  await saveRule(cloud, the16th())
  const shown = await as(cloud, haircuts, 'o-visitor')('schedule', {})
  expect(shown.dates).toHaveLength(12)
  expect(shown.dates[0]).toMatchObject({
    day: '2026-12-16',
    lunar: '冬月初八',
    session: null,
    calledOff: false,
  })
  expect(shown.dates[2]).toMatchObject({ day: '2027-02-16', warnings: ['firstLunarMonth'] })
  expect(shown.sessions).toEqual([])

  // A day before it opens it is there, so that people see when that is and barbers are asked.
  await cloud.clock('2026-12-08T08:00:00+08:00')
  await cloud.timer('jobs')
  await residentsOf(cloud, ['o-li'])
  expect(await codeOf(book('o-li'))).toBe('NotOpenYet')
  const [shift] = (
    await as(cloud, volunteers, staffOf.jingStaff)('shiftsForStaff', { thing: december })
  ).items
  expect(shift).toMatchObject({ id: decemberShift, kind: 'barber', needed: 10, confirmed: 0 })

  await cloud.clock(opened)
  await cloud.timer('jobs')
  await cloud.timer('jobs')
  const open = await as(cloud, haircuts, 'o-li')('schedule', {})
  expect(open.dates[0]).toMatchObject({ session: december })
  expect(open.sessions).toMatchObject([{ id: december, capacity: 50, left: 40, state: 'open' }])
  expect(open.sessions[0]?.slots.map(({ left }) => left)).toEqual([6, 7, 7, 6, 7, 7])
  expect(open.family).toMatchObject([{ self: true, tickets: [] }])
  const { data } = await cloud.admin.collection('haircut_sessions').get()
  expect(data).toHaveLength(1)
})

test('a number, a slot, a second tap, and giving it back', async () => {
  await openDecember(cloud)
  await residentsOf(cloud, ['o-li', 'o-wang'])
  const key = newKey()
  const first = await book('o-li', { key })
  expect(first).toMatchObject({ number: 1, position: null, state: 'booked', placeName: '社区广场' })
  expect(await book('o-li', { key })).toEqual(first)
  expect(await codeOf(book('o-li'))).toBe('AlreadyBooked')
  const last = await book('o-wang', { slot: 5 })
  expect(last).toMatchObject({ number: 2, startsAt: Date.parse('2026-12-16T11:00:00+08:00') })
  expect((await told(cloud, 'haircutBooked')).map(({ thing }) => thing)).toEqual([
    december,
    december,
  ])

  const cancelled = await as(cloud, haircuts, 'o-li')('cancel', { session: december })
  expect(cancelled.state).toBe('cancelled')
  expect(await codeOf(book('o-li', { key }))).toBe('CancelledBefore')
  expect(await codeOf(as(cloud, haircuts, 'o-li')('cancel', { session: december }))).toBe(
    'NotBooked',
  )
  expect((await book('o-li')).number).toBe(3)
  expect((await sessionDoc(cloud)).slots.map(({ left }) => left)).toEqual([5, 7, 7, 6, 7, 6])
})

test('taking a number costs five requests in three round trips', async () => {
  await openDecember(cloud)
  await residentsOf(cloud, ['o-warm', 'o-li'])
  await book('o-warm')
  expect(await costOf(cloud, 'haircuts.book')(() => book('o-li'))).toEqual({
    requests: 5,
    roundTrips: 3,
  })
  expect(await costOf(cloud, 'haircuts.book')(() => codeOf(book('o-li')))).toEqual({
    requests: 2,
    roundTrips: 1,
  })
})

test('when all are taken: the line, and its first gets what is given back', async () => {
  await openDecember(cloud, the16th({ planned: 2, walkInPercent: 0 }))
  const [one, two, three, four] = ['o-1', 'o-2', 'o-3', 'o-4'] as const
  await residentsOf(cloud, [one, two, three, four])
  await book(one)
  await book(two)
  expect(await codeOf(book(three))).toBe('Full')
  expect(await book(three, { wait: true })).toMatchObject({
    number: null,
    position: 1,
    state: 'waiting',
  })
  expect(await book(four, { wait: true })).toMatchObject({ position: 2 })
  await as(cloud, haircuts, one)('cancel', { session: december })
  expect(await mine(three)).toMatchObject([{ number: 3, state: 'booked', position: null }])
  expect(await mine(four)).toMatchObject([{ state: 'waiting', position: 1 }])
  expect(await told(cloud, 'haircutPromoted')).toHaveLength(1)
})

test('a daughter and staff book for somebody; a stranger does not', async () => {
  await openDecember(cloud)
  await residentsOf(cloud, ['o-daughter', 'o-stranger'])
  const mother = await as(
    cloud,
    residents,
    'o-daughter',
  )('addDependant', {
    name: '张奶奶',
    relation: 'parent',
    birthDate: '1942-03-01',
    consent: 'spoken',
  })
  const ticket = await book('o-daughter', { forResident: mother.id })
  expect(ticket).toMatchObject({ person: { name: '张奶奶' }, priority: true, by: '居民daughter' })
  expect(await mine('o-daughter')).toMatchObject([{ number: 1, person: { id: mother.id } }])
  expect(await codeOf(book('o-stranger', { forResident: mother.id }))).toBe('NotAllowed')
  const worker = as(cloud, residents, staffOf.jingWorker)
  const { id } = await worker('registerPerson', {
    name: '李爷爷',
    birthDate: '1940-01-01',
    home: jingHome(),
  })
  expect(await book(staffOf.jingWorker, { forResident: id })).toMatchObject({
    number: 2,
    by: '赵网格员',
  })
})

test('numbers of records that become one stay theirs', async () => {
  await openDecember(cloud)
  const worker = as(cloud, residents, staffOf.jingWorker)
  const home = jingHome()
  const { id: old } = await worker('registerPerson', {
    name: '李奶奶',
    birthDate: '1942-03-01',
    home,
  })
  await book(staffOf.jingWorker, { forResident: old })
  const me = await resident(cloud, 'o-li', '李奶奶', { birthDate: '1942-03-01', home })
  await as(cloud, residents, staffOf.jingStaff)('mergePeople', { keep: me.id, merge: old })
  expect(await mine('o-li')).toMatchObject([{ number: 1, state: 'booked' }])
  expect(await codeOf(book('o-li'))).toBe('AlreadyBooked')
  expect((await as(cloud, haircuts, 'o-li')('cancel', { session: december })).state).toBe(
    'cancelled',
  )
})

test('on the 15th everybody booked is reminded, once; who has no phone is called', async () => {
  await openDecember(cloud)
  const ids = await residentsOf(cloud, ['o-li'])
  await book('o-li')
  const worker = as(cloud, residents, staffOf.jingWorker)
  const { id } = await worker('registerPerson', { name: '王奶奶', home: jingHome('502') })
  await book(staffOf.jingWorker, { forResident: id })
  await cloud.clock('2026-12-15T17:00:00+08:00')
  await cloud.timer('jobs')
  await cloud.timer('jobs')
  const rows = await told(cloud, 'haircutTomorrow')
  expect(rows.map(({ to }) => to).sort()).toContain(ids.get('o-li'))
  expect(rows.filter(({ to }) => to === ids.get('o-li'))).toMatchObject([
    { data: { note: '1 号' } },
  ])
  const { data } = await cloud.admin
    .collection('outbox')
    .where({ event: 'haircutTomorrow', to: id, state: 'calling' })
    .get()
  expect(data).toHaveLength(1)
})

test('the 16th: a barber calls in sick, numbers 37–40 hear it at once, and an 81-year-old walk-in is cut second', async () => {
  await openDecember(cloud)
  const ten = await barbers(cloud, 10)
  // 36 minutes a cut: five of each barber, fifty together, ten of them kept for who comes.
  await saveRule(cloud, the16th({ minutesPerCut: 36 }))
  await confirm(cloud, ten)
  expect((await sessionDoc(cloud)).slots.reduce((sum, { left }) => sum + left, 0)).toBe(40)
  const crowd = crowdOf(40)
  const ids = await seedCrowd(cloud, crowd)
  for (const openid of crowd) await book(openid)
  expect(await codeOf(book(staffOf.jingWorker))).toBe('Full')

  await cloud.clock('2026-12-16T06:30:00+08:00')
  await as(
    cloud,
    volunteers,
    staffOf.jingStaff,
  )('takeOffShift', {
    shift: decemberShift,
    person: barberId(ten[3]!),
    because: '发烧',
  })
  const asked = await told(cloud, 'haircutAsk')
  expect(asked.map(({ to }) => to).sort()).toEqual(
    crowd
      .slice(36)
      .map((openid) => ids.get(openid))
      .sort(),
  )
  expect(asked.map(({ data, urgent }) => `${data.note} ${urgent}`).sort()).toEqual([
    '37 号 true',
    '38 号 true',
    '39 号 true',
    '40 号 true',
  ])
  const [n37, n38, n39] = crowd.slice(36) as [string, string, string, string]
  const choose = (openid: string, choice: 'waitToday' | 'keepForNext') =>
    as(cloud, haircuts, openid)('choose', { session: december, choice })
  expect(await choose(n37, 'waitToday')).toMatchObject({ state: 'waiting', position: 1 })
  expect(await choose(n38, 'keepForNext')).toMatchObject({ state: 'keptForNext', number: 38 })
  expect(await codeOf(choose(crowd[0]!, 'waitToday'))).toBe('NothingToChoose')
  // 37 said they wait, and are first; 39 and 40 have not said, and come before the line.
  await as(cloud, haircuts, crowd[1]!)('cancel', { session: december })
  expect(await mine(n37)).toMatchObject([{ state: 'booked', number: 37 }])
  await as(cloud, haircuts, crowd[35]!)('cancel', { session: december })
  expect(await mine(n39)).toMatchObject([{ state: 'booked', number: 39 }])

  const square = host(cloud)
  await cloud.clock('2026-12-16T08:30:00+08:00')
  const call = async () => (await square('callNext', { session: december })).called
  const one = await call()
  expect(one).toMatchObject({ number: 1 })
  const elder = await square('walkIn', { session: december, name: '孙奶奶', elder: true })
  expect(elder).toMatchObject({
    number: 41,
    person: null,
    priority: true,
    walkIn: true,
    state: 'arrived',
  })
  expect(await call()).toMatchObject({ number: 41 })
  expect(await call()).toMatchObject({ number: 3, passed: 1 })
  expect((await told(cloud, 'haircutTwoBefore')).length).toBeGreaterThan(0)

  // Called in vain, and back once.
  const three = await square('queue', { session: december })
  const missed = three.now.find(({ number }) => number === 3)!
  const act = { session: december, ticket: missed.ticket }
  expect(await codeOf(square('backInLine', act))).toBe('NotMissed')
  await square('noShow', act)
  await square('backInLine', act)
  expect((await square('queue', { session: december })).line.at(0)?.number).toBe(4)
  await cloud.clock('2026-12-16T08:31:00+08:00')
  for (let n = 0; n < 4; n++)
    await square('finish', { session: december, ticket: (await call())!.ticket })
  const queue = await square('queue', { session: december })
  expect(queue.over.map(({ number }) => number)).toEqual([4, 5, 6, 37, 38])
  expect(queue.barbers).toHaveLength(9)

  // Whoever did not answer has a number kept, and January has it before anybody books.
  await cloud.clock('2026-12-16T11:45:00+08:00')
  await cloud.timer('jobs')
  await cloud.clock('2027-01-08T08:00:00+08:00')
  await cloud.timer('jobs')
  const january = await sessionDoc(cloud, 'dl_hs-2027-01-16')
  expect(january.numbers).toEqual([ids.get(n38), ids.get(crowd[39]!)])
  expect(await mine(n38)).toMatchObject([
    { session: 'dl_hs-2027-01-16', number: 1, state: 'booked' },
  ])
  expect((await sessionDoc(cloud)).keeps).toBe(false)
})

test('a kept number goes on to the date after when the next is called off', async () => {
  await openDecember(cloud, the16th({ opensDaysBefore: 60 }))
  await cloud.timer('jobs')
  const [barber] = await barbers(cloud, 1)
  await confirm(cloud, [barber!])
  const ids = await residentsOf(cloud, ['o-li'])
  await book('o-li')
  await as(cloud, volunteers, barber!)('withdrawFromShift', { shift: decemberShift })
  expect((await mine('o-li')).map(({ state }) => state)).toEqual(['asked'])
  await as(cloud, haircuts, 'o-li')('choose', { session: december, choice: 'keepForNext' })
  expect(await mine('o-li')).toMatchObject([
    { session: 'dl_hs-2027-01-16', state: 'booked', number: 1 },
  ])

  const { told: concerned } = await saveRule(
    cloud,
    the16th({
      opensDaysBefore: 60,
      exceptions: [{ kind: 'calledOff', day: '2027-01-16', because: '大雪' }],
    }),
  )
  expect(concerned).toBe(1)
  expect(await told(cloud, 'haircutCalledOff')).toMatchObject([
    { to: ids.get('o-li'), data: { because: '大雪' } },
  ])
  const kept = await mine('o-li')
  expect(kept).toMatchObject([{ session: 'dl_hs-2027-01-16', state: 'keptForNext' }])
  await cloud.clock('2027-01-02T08:00:00+08:00')
  await cloud.timer('jobs')
  expect(await mine('o-li')).toMatchObject([
    { session: 'dl_hs-2027-02-16', state: 'booked', number: 1 },
  ])
})

test('an exception moves an open session across a month: everybody is told, numbers and barbers stay', async () => {
  await openDecember(cloud)
  const [barber] = await barbers(cloud, 1)
  await confirm(cloud, [barber!])
  const ids = await residentsOf(cloud, ['o-li'])
  await book('o-li', { slot: 2 })
  const key = newKey()
  const rule = the16th({
    exceptions: [{ kind: 'moved', day: '2026-12-16', to: '2027-01-05', because: '广场检修' }],
  })
  const { rev } = await host(cloud)('rule', {})
  const saved = await host(cloud)('saveRule', { rev, rule, key })
  expect(saved).toMatchObject({ rev: 2, told: 1 })
  expect(await host(cloud)('saveRule', { rev, rule, key })).toEqual(saved)
  expect(await codeOf(host(cloud)('saveRule', { rev, rule }))).toBe('ChangedMeanwhile')
  expect(await mine('o-li')).toMatchObject([
    { number: 1, startsAt: Date.parse('2027-01-05T09:30:00+08:00'), state: 'booked' },
  ])
  expect((await told(cloud, 'haircutMoved')).map(({ to }) => to)).toEqual([ids.get('o-li')])
  await cloud.clock('2026-12-09T08:05:00+08:00')
  await cloud.timer('jobs')
  expect((await told(cloud, 'shiftMoved')).map(({ to }) => to)).toEqual([barberId(barber!)])
  // January has its own.
  await cloud.clock('2027-01-09T08:00:00+08:00')
  await cloud.timer('jobs')
  expect((await sessionDoc(cloud, 'dl_hs-2027-01-16')).numbers).toEqual([])
})

test('a change of the rule that was cut off is carried through by the sweep', async () => {
  await openDecember(cloud)
  await residentsOf(cloud, ['o-li'])
  await book('o-li')
  const { rev } = await host(cloud)('rule', {})
  const rule = the16th({ exceptions: [{ kind: 'calledOff', day: '2026-12-16', because: '下雪' }] })
  await cloud.fault({
    action: 'write',
    procedure: 'haircuts.saveRule',
    kind: 'crash',
    skip: 1,
    after: true,
  })
  await codeOf(host(cloud)('saveRule', { rev, rule })).catch(() => null)
  expect(await cloud.faults()).toEqual([])
  expect((await sessionDoc(cloud)).state).toBe('open')
  await cloud.clock('2026-12-09T08:05:00+08:00')
  await cloud.timer('jobs')
  expect((await sessionDoc(cloud)).state).toBe('calledOff')
  expect(await mine('o-li')).toMatchObject([{ state: 'calledOff' }])
  expect(await codeOf(book('o-li'))).toBe('SessionCalledOff')
  expect(await told(cloud, 'haircutCalledOff')).toHaveLength(1)
})

test('rules that cannot be are refused with what is wrong', async () => {
  const refused = (changes: Parameters<typeof the16th>[0]) =>
    codeOf(saveRule(cloud, the16th(changes)))
  expect(await refused({ endsAt: '08:00' })).toBe('TimesOutOfOrder')
  expect(await refused({ recurrence: 'FREQ=MONTHLY;BYMONTHDAY=40' })).toBe('UnknownRecurrence')
  expect(
    await refused({ exceptions: [{ kind: 'calledOff', day: '2026-12-17', because: '下雨' }] }),
  ).toBe('NoSuchDate')
  expect(
    await refused({ exceptions: [{ kind: 'extra', day: '2026-12-16', because: '加一场' }] }),
  ).toBe('DateTaken')
  const { dates } = await host(cloud)('previewRule', {
    rule: the16th({ recurrence: 'FREQ=MONTHLY;BYMONTHDAY=31' }),
  })
  expect(dates.slice(0, 3).map(({ day }) => day)).toEqual([
    '2026-12-31',
    '2027-01-31',
    '2027-03-31',
  ])
  expect((await host(cloud)('rule', {})).rule).toBeNull()
  const moved = (to: string) => ({
    exceptions: [{ kind: 'moved' as const, day: '2026-12-16', to, because: '提前' }],
  })
  expect(await refused(moved('2026-11-20'))).toBe('InPast')

  // Another recurrence: what was decided of the 16th is named, and without it the rule is saved.
  const before = moved('2026-12-18')
  await saveRule(cloud, the16th(before))
  const the10th = { recurrence: 'FREQ=MONTHLY;BYMONTHDAY=10' }
  expect(await refused({ ...the10th, ...before })).toBe('NoSuchDate')
  const { stale } = await host(cloud)('previewRule', { rule: the16th({ ...the10th, ...before }) })
  expect(stale).toEqual(before.exceptions)
  expect(await refused(the10th)).toBe('ok')

  // When the day is long over, nobody carries on what was decided of it.
  await saveRule(cloud, the16th(before))
  await cloud.clock('2027-02-01T09:00:00+08:00')
  expect((await host(cloud)('rule', {})).rule?.exceptions).toEqual([])
})

test('the screen on the square shows numbers and surnames by its link alone', async () => {
  await openDecember(cloud)
  await resident(cloud, 'o-li', '李奶奶', { birthDate: '1942-03-01' })
  await book('o-li')
  const office = as(cloud, centreContract, staffOf.jingStaff)
  const { token, display } = await office('issueDisplay', {
    shows: 'haircuts',
    thing: places.jing,
  })
  await cloud.clock('2026-12-16T08:30:00+08:00')
  const show = (display: string) =>
    cloud.call<{ ok: boolean; value?: unknown; error?: { code: string } }>(null, 'haircuts', {
      procedure: 'board',
      centre: 'dl',
      input: {},
      display,
    })
  expect(await show(token)).toMatchObject({
    ok: true,
    value: {
      placeName: '社区广场',
      state: 'open',
      now: [],
      next: [{ number: 1, name: '李**' }],
      waiting: 1,
    },
  })
  expect((await show('no-such-link')).error?.code).toBe('NotSignedIn')
  await host(cloud)('callNext', { session: december })
  expect(await show(token)).toMatchObject({
    value: { now: [{ number: 1, name: '李**' }], next: [] },
  })
  await office('revokeDisplay', { display })
  expect((await show(token)).error?.code).toBe('NotSignedIn')
})

test('whoever has a number, and whoever took it for them, hear when somebody else gives it back', async () => {
  await openDecember(cloud)
  const ids = await residentsOf(cloud, ['o-daughter', 'o-wang'])
  const mother = await as(
    cloud,
    residents,
    'o-daughter',
  )('addDependant', {
    name: '张奶奶',
    relation: 'parent',
    birthDate: '1942-03-01',
    consent: 'spoken',
  })
  await book('o-daughter', { forResident: mother.id })
  await book('o-wang')
  const key = newKey()
  const cancel = { session: december, forResident: mother.id, key }
  await as(cloud, haircuts, staffOf.centreStaff)('cancel', cancel)
  await as(cloud, haircuts, staffOf.centreStaff)('cancel', cancel)
  const rows = await told(cloud, 'haircutCancelled')
  expect(rows.map(({ to }) => to).sort()).toEqual([ids.get('o-daughter')!, mother.id].sort())
  expect(rows[0]?.data.note).toBe('1 号，孙社工替您取消的')
  // Who gives back their own knows it.
  await as(cloud, haircuts, 'o-wang')('cancel', { session: december })
  expect(await told(cloud, 'haircutCancelled')).toHaveLength(2)
})

test('that somebody gave it back is told though the instance died right behind it', async () => {
  await openDecember(cloud)
  const worker = as(cloud, residents, staffOf.jingWorker)
  const { id } = await worker('registerPerson', { name: '王奶奶', home: jingHome() })
  await book(staffOf.jingWorker, { forResident: id })
  await cloud.fault({
    action: 'write',
    procedure: 'haircuts.cancel',
    collection: 'haircut_sessions',
    kind: 'crash',
    after: true,
  })
  await as(
    cloud,
    haircuts,
    staffOf.jingWorker,
  )('cancel', {
    session: december,
    forResident: id,
  }).catch(() => null)
  expect(await cloud.faults()).toEqual([])
  expect(await told(cloud, 'haircutCancelled')).toEqual([])
  await cloud.clock('2026-12-09T08:05:00+08:00')
  await cloud.timer('jobs')
  expect((await told(cloud, 'haircutCancelled')).map(({ to }) => to)).toContain(id)
})

test('a grid worker who reminds by phone sees the number of whom they call, and records what they want', async () => {
  await openDecember(cloud)
  const [barber] = await barbers(cloud, 1)
  await confirm(cloud, [barber!])
  const worker = as(cloud, haircuts, staffOf.jingWorker)
  const { id } = await as(
    cloud,
    residents,
    staffOf.jingWorker,
  )('registerPerson', { name: '王奶奶', home: jingHome() })
  await book(staffOf.jingWorker, { forResident: id })
  await residentsOf(cloud, ['o-li'])
  await book('o-li')
  await as(cloud, volunteers, barber!)('withdrawFromShift', { shift: decemberShift })
  expect((await worker('mine', { forResident: id })).items).toMatchObject([
    { person: { id, name: '王奶奶' }, state: 'asked', number: 1 },
  ])
  await worker('choose', { forResident: id, session: december, choice: 'waitToday' })
  expect((await worker('mine', { forResident: id })).items).toMatchObject([{ state: 'waiting' }])
  expect(await codeOf(as(cloud, haircuts, 'o-li')('mine', { forResident: id }))).toBe('NotAllowed')
  expect(await codeOf(as(cloud, haircuts, staffOf.chunWorker)('mine', { forResident: id }))).toBe(
    'NotAllowed',
  )
})

test('an extra date close to the 16th can be booked beside it', async () => {
  const extra = 'dl_hs-2026-12-18'
  await openDecember(
    cloud,
    the16th({ exceptions: [{ kind: 'extra', day: '2026-12-18', because: '人多加一次' }] }),
  )
  await cloud.clock('2026-12-11T08:00:00+08:00')
  await cloud.timer('jobs')
  await residentsOf(cloud, ['o-li'])
  await book('o-li')
  await as(cloud, haircuts, 'o-li')('book', { session: extra })
  const { sessions, family } = await as(cloud, haircuts, 'o-li')('schedule', {})
  expect(sessions.map(({ id, left }) => [id, left])).toEqual([
    [december, 39],
    [extra, 39],
  ])
  expect(family[0]?.tickets.map(({ session }) => session)).toEqual([december, extra])
})

test('who waited for a place to the end is told that none came free', async () => {
  await openDecember(cloud, the16th({ planned: 1, walkInPercent: 0 }))
  const ids = await residentsOf(cloud, ['o-li', 'o-wang'])
  await book('o-li')
  await book('o-wang', { wait: true })
  await cloud.clock('2026-12-16T11:45:00+08:00')
  await cloud.timer('jobs')
  await cloud.clock('2026-12-16T12:00:00+08:00')
  await cloud.timer('jobs')
  expect((await told(cloud, 'haircutNotReached')).map(({ to }) => to)).toEqual([ids.get('o-wang')])
})

test('what somebody holds goes back when their data are erased, and no name stays', async () => {
  await openDecember(cloud, the16th({ planned: 1, walkInPercent: 0 }))
  await residentsOf(cloud, ['o-li', 'o-wang'])
  await book('o-li')
  await book('o-wang', { wait: true })
  await as(cloud, residents, 'o-li')('deleteMyAccount', {})
  await cloud.clock('2026-12-15T23:00:00+08:00')
  await cloud.timer('jobs')
  await cloud.clock('2026-12-16T01:05:00+08:00')
  await cloud.timer('jobs')
  expect(await mine('o-wang')).toMatchObject([{ state: 'booked', number: 2 }])
  expect(JSON.stringify(await sessionDoc(cloud))).not.toContain('居民li')
})
