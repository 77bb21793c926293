import type { HoursEntryDoc, ShiftDoc } from '@/cloudfunctions/volunteers/store'
import { activities } from '@/types/activities'
import { centre } from '@/types/centre'
import type { Envelope } from '@/types/shared/envelope'
import { residents } from '@/types/residents'
import { targetOf } from '@/types/shared/links'
import { volunteers } from '@/types/volunteers'
import type { TestCloud } from '../support/cloud'
import {
  as,
  codeOf,
  jingHome,
  newKey,
  places,
  resident,
  seedMembers,
  staffId,
  staffOf,
  startCentre,
} from '../support/people'

const minute = 60_000
const hour = 60 * minute
const begins = Date.parse('2026-11-21T09:00:00+08:00')
const ends = begins + 3 * hour

let cloud: TestCloud
const [chen, shan, lead] = ['o-chen', 'o-shan', 'o-lead'] as const

beforeEach(async () => {
  cloud = await startCentre()
  await seedMembers(cloud, [
    { openid: chen, name: '老陈', role: 'volunteer', node: places.jing },
    { openid: shan, name: '单阿姨', role: 'volunteer', node: places.jing },
    { openid: lead, name: '组长老吕', role: 'volunteer', node: places.jing },
    { openid: 'o-jing-second', name: '第二位社工', role: 'communityStaff', node: places.jing },
  ])
})
afterEach(() => cloud.stop())

const of = (openid: string) => as(cloud, volunteers, openid)
const staff = () => of(staffOf.jingStaff)
const second = () => of('o-jing-second')
const rows = async <T>(collection: string, where: object = {}): Promise<T[]> =>
  ((await cloud.admin.collection(collection).where(where).limit(1000).get()) as { data: T[] }).data
const at = (instant: number) => cloud.clock(new Date(instant).toISOString())
const jobs = () => cloud.timer('jobs')

const described = {
  kind: 'canteenHelper',
  title: '周六帮厨',
  placeName: '共享餐厅',
  node: places.jing,
  needed: 4,
} as const

/** A shift of this Saturday, 9:00 to 12:00, with these on it; the third leads it. */
const shiftWith = (...on: string[]): Promise<string> => shiftOn(0, ...on)

/** The same so many days later: the clock of the jobs only goes on. */
const shiftOn = async (day: number, ...on: string[]): Promise<string> => {
  const { id } = await staff()('saveShift', {
    ...described,
    startsAt: begins + day * 24 * hour,
    endsAt: ends + day * 24 * hour,
  })
  for (const openid of on) await of(openid)('confirmShift', { shift: id })
  await cloud.admin
    .collection('shifts')
    .where({ _id: id })
    .update({ leader: staffId(lead) })
  return id
}
const shown = async (shift: string): Promise<string> => {
  const { link } = await staff()('shiftCode', { shift })
  const target = targetOf(link ?? '')
  if (target?.to !== 'shiftCheckIn') throw new Error('no code is shown')
  return target.code
}
const scans = async (openid: string, shift: string, leaving: boolean) =>
  of(openid)('checkIn', { code: await shown(shift), leaving })
const shiftDoc = async (shift: string) => (await rows<ShiftDoc>('shifts', { _id: shift }))[0]!
const entryOf = async (openid: string) =>
  (await rows<HoursEntryDoc>('hours_entries', { person: staffId(openid) }))[0]

describe('by the rotating code', () => {
  test('somebody comes and goes, and their hours wait for a second person', async () => {
    const shift = await shiftWith(chen)
    await at(begins - 5 * minute)
    const key = newKey()
    const came = { code: await shown(shift), leaving: false, key }
    const here = { in: begins - 5 * minute, out: null, flags: [] }
    expect(await of(chen)('checkIn', came)).toEqual({ shift, title: '周六帮厨', attendance: here })
    await at(begins)
    expect(await of(chen)('checkIn', came)).toMatchObject({ attendance: here })
    expect(await scans(chen, shift, false)).toMatchObject({ attendance: here })
    expect(await staff()('shiftCode', { shift })).toMatchObject({ here: 1, on: 1 })

    await at(ends + 10 * minute)
    expect(await scans(chen, shift, true)).toMatchObject({
      attendance: { ...here, out: ends + 10 * minute },
    })
    await jobs()
    const [entry] = (await second()('hoursToConfirm', {})).items
    expect(entry).toMatchObject({
      person: { name: '老陈' },
      minutes: 195,
      enteredBy: '',
      mayConfirm: true,
      attendance: { in: begins - 5 * minute, out: ends + 10 * minute, flags: [] },
    })
    await second()('confirmHours', { entry: entry!.id })
    expect((await of(chen)('myHours', {})).lastYear).toBe(195)
    expect(await of(chen)('myPoints', {})).toMatchObject({
      points: 32,
      owed: 0,
      lines: { items: [{ points: 32, what: '周六帮厨' }] },
    })
  })

  test('who came neither withdraws nor hands the place on: their time would be lost', async () => {
    const shift = await shiftWith(chen, shan)
    await of(shan)('offerSwap', { shift, offer: true })
    await at(begins - 5 * minute)
    for (const openid of [chen, shan]) await scans(openid, shift, false)
    expect(await codeOf(of(chen)('withdrawFromShift', { shift }))).toBe('AlreadyHere')
    expect(await codeOf(of(chen)('offerSwap', { shift, offer: true }))).toBe('ShiftBegun')
    const take = { shift, from: staffId(shan), take: true }
    expect(await codeOf(of(lead)('takeSwap', take))).toBe('ShiftBegun')
    expect(Object.keys((await shiftDoc(shift)).claims)).toHaveLength(2)
  })

  test('it costs three requests in two round trips, coming and going', async () => {
    const shift = await shiftWith()
    const { id: person } = await resident(cloud, 'o-li', '李奶奶')
    await staff()('putOnShift', { shift, person })
    for (const [moment, leaving] of [
      [begins, false],
      [ends, true],
    ] as const) {
      await at(moment)
      const code = await shown(shift)
      await cloud.resetMetrics()
      await of('o-li')('checkIn', { code, leaving })
      const { procedures } = await cloud.metrics()
      expect(procedures['volunteers.checkIn']).toMatchObject({ requests: 3, roundTrips: 2 })
    }
  })

  test('a code of another shift, of an activity, or forged, checks nobody in', async () => {
    const shift = await shiftWith(chen)
    const other = await shiftWith(shan)
    await at(begins)
    const code = await shown(other)
    expect(await codeOf(of(chen)('checkIn', { code, leaving: false }))).toBe('NotOnShift')
    expect(await codeOf(as(cloud, activities, chen)('checkIn', { code }))).toBe('NotOurCode')
    const forged = code.replace(other, shift)
    expect(await codeOf(of(chen)('checkIn', { code: forged, leaving: false }))).toBe('NotOurCode')
    expect((await shiftDoc(shift)).claims[staffId(chen)]?.seen).toBeUndefined()
  })

  test('not before the doors open, not going before coming, not with an old code', async () => {
    const shift = await shiftWith(chen)
    await at(begins - hour - minute)
    expect((await staff()('shiftCode', { shift })).link).toBeNull()
    await at(begins)
    const code = await shown(shift)
    expect(await codeOf(of(chen)('checkIn', { code, leaving: true }))).toBe('NotHereYet')
    await at(begins + 2 * minute)
    expect(await codeOf(of(chen)('checkIn', { code, leaving: false }))).toBe('CodeExpired')
    await at(ends)
    expect(await codeOf(scans(chen, shift, false))).toBe('NotNow')
  })

  test('who went by mistake, or comes back, stays since they came first', async () => {
    const shift = await shiftWith(chen)
    await at(begins)
    await scans(chen, shift, false)
    await at(begins + 30 * minute)
    await scans(chen, shift, true)
    await at(begins + 40 * minute)
    expect(await scans(chen, shift, false)).toMatchObject({ attendance: { in: begins, out: null } })
    await at(begins + 2 * hour)
    await scans(chen, shift, true)
    expect(await entryOf(chen)).toBeUndefined()
    await at(ends)
    await jobs()
    expect(await entryOf(chen)).toMatchObject({ minutes: 120, seen: { flags: [] } })
    expect(await shiftDoc(shift)).toMatchObject({ attending: false, owes: false })
  })
})

describe('without a network', () => {
  test('scans sent later count for when they were made, and wait for a look', async () => {
    const shift = await shiftWith(chen)
    await at(begins)
    const came = await shown(shift)
    await at(ends)
    const went = await shown(shift)
    await at(ends + 5 * hour)
    const send = (code: string, leaving: boolean, scannedAt: number) =>
      of(chen)('checkIn', { code, leaving, scannedAt, nonce: newKey() })
    await send(came, false, begins + 20_000)
    expect(await send(went, true, ends + 20_000)).toMatchObject({
      attendance: { in: begins, out: ends, flags: ['scannedOffline'] },
    })
    await jobs()
    expect(await entryOf(chen)).toMatchObject({ minutes: 180, seen: { flags: ['scannedOffline'] } })
    // One tap for several leaves it to be looked at.
    expect(await second()('confirmShiftHours', { shift })).toEqual({ confirmed: 0 })
    await second()('confirmHours', { entry: (await entryOf(chen))!._id })
    expect((await of(chen)('myHours', {})).lastYear).toBe(180)
  })

  test('a time that does not fit the code counts as the code’s own, and is flagged', async () => {
    const shift = await shiftWith(chen)
    await at(begins)
    const code = await shown(shift)
    await at(begins + 2 * hour)
    expect(
      await of(chen)('checkIn', { code, leaving: false, scannedAt: begins - 30 * minute }),
    ).toMatchObject({ attendance: { in: begins, flags: ['scanDoesNotFit'] } })
    await at(begins + 8 * 24 * hour)
    expect(
      await codeOf(of(chen)('checkIn', { code, leaving: true, scannedAt: begins + minute })),
    ).toBe('ScannedTooLongAgo')
  })
})

describe('until a second person decides', () => {
  test('an earlier scan that comes late counts, and a late check-out takes the place of the close by rule', async () => {
    const shift = await shiftWith(chen)
    await at(begins - 5 * minute)
    const came = await shown(shift)
    await at(begins + 30 * minute)
    await of(staffOf.jingStaff)('tick', { shift, person: staffId(chen), leaving: false })
    await at(begins + 40 * minute)
    const send = (code: string, leaving: boolean, scannedAt: number) =>
      of(chen)('checkIn', { code, leaving, scannedAt, nonce: newKey() })
    expect(await send(came, false, begins - 5 * minute)).toMatchObject({
      attendance: { in: begins - 5 * minute, out: null, flags: ['scannedOffline'] },
    })
    await at(ends + 20 * minute)
    const went = await shown(shift)
    await at(ends + hour)
    await jobs()
    const ruled = (await entryOf(chen))!
    expect(ruled).toMatchObject({ minutes: 180, seen: { out: ends } })

    await at(ends + 5 * hour)
    expect(await send(went, true, ends + 20 * minute)).toMatchObject({
      attendance: { out: ends + 20 * minute, flags: ['scannedOffline'] },
    })
    expect(await rows('hours_entries')).toHaveLength(1)
    expect(await entryOf(chen)).toMatchObject({
      ...{ _id: ruled._id, minutes: 205, state: 'proposed' },
      seen: { in: begins - 5 * minute, out: ends + 20 * minute, flags: ['scannedOffline'] },
    })
    const confirm = (minutes: number) =>
      codeOf(second()('confirmHours', { entry: ruled._id, minutes }))
    expect(await confirm(180)).toBe('MinutesChanged')
    expect(await confirm(205)).toBe('ok')
    expect((await of(chen)('myHours', {})).lastYear).toBe(205)
    expect(await codeOf(send(went, true, ends + 20 * minute + 1000))).toBe('AlreadyClosed')
    expect(await entryOf(chen)).toMatchObject({ minutes: 205, state: 'confirmed' })
  })

  test('of a confirmation and a late scan in the same moment, the books hold what was confirmed', async () => {
    let counted = 0
    for (let day = 0; day < 4; day++) {
      const [from, to] = [begins + day * 24 * hour, ends + day * 24 * hour]
      const shift = await shiftOn(day, chen)
      await at(from)
      await scans(chen, shift, false)
      await at(to + 20 * minute)
      const code = await shown(shift)
      await at(to + hour)
      await jobs()
      const [entry] = await rows<HoursEntryDoc>('hours_entries', { shift })
      const late = { code, leaving: true, scannedAt: to + 20 * minute }
      const [confirmed, scanned] = await Promise.all([
        codeOf(second()('confirmHours', { entry: entry!._id, minutes: 180 })),
        codeOf(of(chen)('checkIn', late)),
      ])
      const [after] = await rows<HoursEntryDoc>('hours_entries', { shift })
      counted += confirmed === 'ok' ? 180 : 0
      expect([confirmed, scanned, after]).toEqual(
        confirmed === 'ok'
          ? ['ok', 'AlreadyClosed', expect.objectContaining({ minutes: 180, state: 'confirmed' })]
          : ['MinutesChanged', 'ok', expect.objectContaining({ minutes: 200, state: 'proposed' })],
      )
    }
    expect((await of(chen)('myHours', {})).lastYear).toBe(counted)
  })
})

test('a shift that is called off while it is on is over at once: the time of who came counts', async () => {
  const shift = await shiftWith(chen, shan)
  await at(begins)
  await scans(chen, shift, false)
  const later = { ...described, shift, startsAt: begins + hour, endsAt: ends }
  expect(await codeOf(staff()('saveShift', later))).toBe('SomebodyCame')
  const now = begins + 100 * minute
  await at(now)
  const key = newKey()
  const off = { key, shift, because: '下雨' }
  expect(await staff()('callOffShift', off)).toEqual({ told: 2 })
  expect(await staff()('callOffShift', off)).toEqual({ told: 2 })
  const told = await rows<{ event: string; to: string }>('outbox', { thing: shift })
  expect(told.map(({ event, to }) => [event, to]).sort()).toEqual(
    [
      ['shiftEnded', staffId(chen)],
      ['shiftCalledOff', staffId(shan)],
    ].sort(),
  )
  await at(now + hour)
  await jobs()
  expect(await entryOf(chen)).toMatchObject({ minutes: 100, seen: { flags: ['closedByRule'] } })
  const entered = { person: staffId(shan), shift, day: '2026-11-21', minutes: 60, what: '帮厨' }
  expect(await codeOf(staff()('enterHours', entered))).toBe('ok')
})

describe('the leader', () => {
  test('puts others down, not themselves; who ticked is no second person', async () => {
    const shift = await shiftWith(chen, shan, lead)
    await at(begins)
    const tick = (openid: string, person: string, leaving = false) =>
      of(openid)('tick', { shift, person: staffId(person), leaving })
    expect(await codeOf(tick(chen, shan))).toBe('NotTheLeader')
    expect(await codeOf(tick(lead, lead))).toBe('NotYourself')
    await tick(lead, chen)
    // The leader is one of them; what staff do by their role is on record.
    const acts = () => rows('audit', { procedure: 'volunteers.tick' })
    expect(await acts()).toEqual([])
    await tick(staffOf.jingStaff, chen)
    expect(await acts()).toMatchObject([
      { actor: staffId(staffOf.jingStaff), subject: staffId(chen), state: 'done' },
    ])
    await scans(shan, shift, false)
    await at(ends)
    await tick(lead, chen, true)
    await scans(shan, shift, true)

    const { people } = await of(lead)('leadShift', { shift })
    expect(people.map(({ name, toConfirm }) => [name, toConfirm?.minutes ?? null])).toEqual([
      ['老陈', null],
      ['单阿姨', 180],
      ['组长老吕', null],
    ])
    expect(await codeOf(of(chen)('leadShift', { shift }))).toBe('NotTheLeader')
    const entry = (await entryOf(chen))!._id
    expect(await codeOf(of(lead)('confirmAsLeader', { shift, entry }))).toBe('NotYourself')
    const key = newKey()
    expect(await of(lead)('confirmAsLeader', { shift, key })).toEqual({ confirmed: 1 })
    expect(await of(lead)('confirmAsLeader', { shift, key })).toEqual({ confirmed: 1 })
    expect(await of(lead)('confirmAsLeader', { shift })).toEqual({ confirmed: 0 })
    expect((await of(shan)('myHours', {})).lastYear).toBe(180)
    expect(await second()('confirmShiftHours', { shift })).toEqual({ confirmed: 1 })
    expect((await of(chen)('myHours', {})).lastYear).toBe(180)
    expect(await codeOf(of(chen)('confirmAsLeader', { shift }))).toBe('NotTheLeader')

    // Whoever takes their data along takes their own part of the shift, and nothing of the others.
    const { url } = await as(cloud, residents, shan)('exportMyData', {})
    const data = (await (await fetch(url)).json()) as { shifts: Array<Partial<ShiftDoc>> }
    expect(data.shifts).toMatchObject([
      {
        title: described.title,
        claims: {
          [staffId(shan)]: {
            name: '单阿姨',
            hours: { minutes: 180 },
            seen: {
              sightings: [{ leaving: false }, { leaving: true }],
            },
          },
        },
      },
    ])
    expect(Object.keys(data.shifts[0]?.claims ?? {})).toEqual([staffId(shan)])
    const taken = JSON.stringify(data.shifts)
    for (const other of [chen, lead, staffOf.jingStaff]) expect(taken).not.toContain(staffId(other))
    for (const field of ['leader', 'madeBy', 'people'])
      expect(data.shifts[0]).not.toHaveProperty(field)
  })

  test('ticks without a network too: what they saw counts for when they saw it', async () => {
    const shift = await shiftWith(chen)
    await at(ends + 5 * hour)
    const tick = (openid: string, leaving: boolean, scannedAt: number) =>
      of(openid)('tick', { shift, person: staffId(chen), leaving, scannedAt, nonce: newKey() })
    expect(await codeOf(tick(staffOf.chunStaff, false, begins))).toBe('NotTheLeader')
    await tick(staffOf.jingStaff, false, begins)
    expect(await tick(lead, true, ends)).toMatchObject({
      attendance: { in: begins, out: ends, flags: [] },
    })
    expect(await entryOf(chen)).toMatchObject({
      minutes: 180,
      seen: { by: [staffId(staffOf.jingStaff), staffId(lead)] },
    })
    const entry = (await entryOf(chen))!._id
    for (const openid of [staffOf.jingStaff, chen])
      expect(await codeOf(of(openid)('confirmHours', { entry }))).not.toBe('ok')
    expect(await second()('confirmShiftHours', { shift })).toEqual({ confirmed: 1 })
  })

  test('of another shift confirms nothing of this one', async () => {
    const [shift, other] = [await shiftWith(chen), await shiftWith(shan)]
    await at(begins)
    await scans(chen, shift, false)
    await at(ends)
    await scans(chen, shift, true)
    await jobs()
    const entry = (await entryOf(chen))!._id
    expect(await codeOf(of(lead)('confirmAsLeader', { shift: other, entry }))).toBe('NotTheLeader')
  })
})

describe('who forgets to say that they go', () => {
  test('is closed by rule an hour after the end, for as long as was planned, and flagged', async () => {
    const shift = await shiftWith(chen)
    await at(begins - 40 * minute)
    await scans(chen, shift, false)
    await at(ends + 45 * minute)
    await jobs()
    expect(await entryOf(chen)).toBeUndefined()
    await at(ends + hour)
    await jobs()
    expect(await entryOf(chen)).toMatchObject({
      minutes: 180,
      enteredBy: 'system',
      seen: { in: begins - 40 * minute, out: ends, flags: ['closedByRule'] },
    })
    expect(await shiftDoc(shift)).toMatchObject({ attending: false, owes: false })
    expect(await second()('confirmShiftHours', { shift })).toEqual({ confirmed: 0 })
  })

  test('what a second person refused is not proposed again; what is right is entered by hand', async () => {
    const shift = await shiftWith(chen)
    await at(begins)
    await scans(chen, shift, false)
    await at(begins + hour)
    const code = await shown(shift)
    await at(ends + hour)
    await jobs()
    await second()('refuseHours', { entry: (await entryOf(chen))!._id, because: '十点就走了' })
    const late = { code, leaving: true, scannedAt: begins + hour }
    expect(await codeOf(of(chen)('checkIn', late))).toBe('AlreadyClosed')
    await at(ends + 2 * hour)
    await jobs()
    expect(await rows('hours_entries')).toHaveLength(1)
    const entered = await staff()('enterHours', {
      person: staffId(chen),
      shift,
      day: '2026-11-21',
      minutes: 60,
      what: '帮厨',
    })
    await second()('confirmHours', { entry: entered.id })
    expect((await of(chen)('myHours', {})).lastYear).toBe(60)
  })

  test('a check-out that comes at the moment of the automatic close counts', async () => {
    for (let day = 0; day < 4; day++) {
      const [from, to] = [begins + day * 24 * hour, ends + day * 24 * hour]
      const shift = await shiftOn(day, chen)
      await at(from)
      await scans(chen, shift, false)
      await at(to + 20 * minute)
      const code = await shown(shift)
      await at(to + hour)
      const [answer] = await Promise.all([
        codeOf(of(chen)('checkIn', { code, leaving: true, scannedAt: to + 20 * minute })),
        jobs(),
      ])
      await at(to + hour + 15 * minute)
      await jobs()
      const entries = await rows<HoursEntryDoc>('hours_entries', { shift })
      expect(entries).toHaveLength(1)
      expect(answer).toBe('ok')
      expect(entries[0]).toMatchObject({
        minutes: 200,
        seen: { out: to + 20 * minute, flags: ['scannedOffline'] },
      })
    }
  })

  test('wherever the close is cut off, the next run proposes the hours once', async () => {
    for (let day = 0; day < 5; day++) {
      const [from, to] = [begins + day * 24 * hour, ends + day * 24 * hour]
      const shift = await shiftOn(day, chen)
      await at(from)
      await scans(chen, shift, false)
      await at(to + hour)
      const cut = { action: 'write', kind: 'crash', skip: day + 1, after: true, times: 1 } as const
      await cloud.fault(cut)
      await jobs().catch(() => null)
      await cloud.clearFaults()
      await at(to + hour + 15 * minute)
      await jobs()
      expect(await rows('hours_entries', { shift })).toHaveLength(1)
      expect(await shiftDoc(shift)).toMatchObject({ attending: false, owes: false })
    }
  })
})

test('after a year it is forgotten when somebody came and went; the hours stay', async () => {
  const shift = await shiftWith(chen)
  await at(begins)
  await scans(chen, shift, false)
  await at(ends)
  await scans(chen, shift, true)
  await jobs()
  await second()('confirmShiftHours', { shift })
  await cloud.clock('2027-11-20T03:00:00+08:00')
  await jobs()
  expect((await shiftDoc(shift)).claims[staffId(chen)]?.seen).toBeDefined()
  await cloud.clock('2027-11-24T03:00:00+08:00')
  await jobs()
  const forgotten = await shiftDoc(shift)
  expect(forgotten.claims[staffId(chen)]).toMatchObject({ hours: { minutes: 180 } })
  expect(forgotten.claims[staffId(chen)]?.seen).toBeUndefined()
  expect(forgotten.attending).toBeUndefined()
  const entry = await entryOf(chen)
  expect(entry).toMatchObject({ minutes: 180, state: 'confirmed' })
  expect(entry).not.toHaveProperty('seen')
})

test('a screen shows the code of one shift, and nothing else', async () => {
  const [shift, other] = [await shiftWith(chen), await shiftWith(shan)]
  const { token } = await as(
    cloud,
    centre,
    staffOf.jingStaff,
  )('issueDisplay', { shows: 'shift', thing: shift })
  await at(begins)
  const show = async (thing: string) => {
    const input = { shift: thing }
    const call = { procedure: 'shiftCode', centre: 'dl', input, display: token }
    const envelope = await cloud.call<Envelope<{ on: number }>>(null, 'volunteers', call)
    return envelope.ok ? envelope.value.on : envelope.error.code
  }
  expect(await show(shift)).toBe(1)
  expect(await show(other)).toBe('NotAllowed')
})

test('all hours of a full shift that are clear are confirmed with one tap, and none by its repeat', async () => {
  const shift = await shiftWith(chen)
  const ids = Array.from({ length: 25 }, (_, i) => String(i).padStart(2, '0'))
  const seen = { in: begins, out: ends, by: [], flags: [] }
  await cloud.admin.collection('hours_entries').add(
    ids.map((n) => ({
      ...{ _id: `dl_vefull${n}`, centre: 'dl', v: 1, person: `dl_pfull${n}`, shift, seen },
      ...{ path: [places.centre, places.jing], day: '2026-11-21', minutes: 180, what: '帮厨' },
      ...{ state: 'proposed', enteredBy: 'system', decidedBy: null, secondPerson: null },
      ...{ because: null, kind: 'canteenHelper', at: ends },
    })),
  )
  await cloud.admin.collection('hours_balances').add(
    ids.map((n) => ({
      ...{ _id: `dl_vb-pfull${n}`, centre: 'dl', v: 1, person: `dl_pfull${n}`, rev: 0, total: 0 },
      ...{ months: {}, open: {}, points: 0, debt: 0, moves: {}, owes: false },
    })),
  )
  await at(ends + hour)
  const key = newKey()
  expect(await second()('confirmShiftHours', { shift, key })).toEqual({ confirmed: 25 })
  expect(await second()('confirmShiftHours', { shift, key })).toEqual({ confirmed: 25 })
  expect(await second()('confirmShiftHours', { shift })).toEqual({ confirmed: 0 })
  expect(await rows('hours_ledger')).toHaveLength(25)
})

describe('points', () => {
  test('go by the rule of the day of the hours, also when they are corrected later', async () => {
    const rule = {
      from: '2026-11-22',
      perHour: 20,
      kinds: [{ kind: 'canteenHelper' as const, perHour: 30 }],
    }
    const save = (changes: object = {}) =>
      of(staffOf.centreStaff)('savePointRule', { rule: { ...rule, ...changes } })
    expect(await codeOf(save({ from: '2026-11-21' }))).toBe('InPast')
    // Another rule for that day replaces one to come; the tap that entered it, sent again, does not bring it back.
    const key = newKey()
    const wrong = { ...rule, perHour: 99 }
    await of(staffOf.centreStaff)('savePointRule', { rule: wrong, key })
    await save()
    await of(staffOf.centreStaff)('savePointRule', { rule: wrong, key })
    expect(await of(staffOf.centreStaff)('pointRules', {})).toMatchObject({
      rules: [{ perHour: 10 }, rule],
    })
    const confirm = async (entry: string) => {
      await second()('confirmHours', { entry })
      return (await of(chen)('myPoints', {})).points
    }
    const enter = async (day: string, minutes: number, shift?: string) =>
      (
        await staff()('enterHours', {
          ...{ person: staffId(chen), day, minutes, what: '帮忙' },
          ...(shift !== undefined && { shift }),
        })
      ).id
    const correct = async (entry: string, minutes: number) =>
      (await staff()('correctHours', { entry, minutes, what: '帮忙，记错了' })).id
    const shift = await shiftOn(1, chen)
    await at(ends + 24 * hour)
    const one = await enter('2026-11-21', 60)
    expect(await confirm(one)).toBe(10)
    const other = await enter('2026-11-22', 60)
    expect(await confirm(other)).toBe(30)
    expect(await confirm(await correct(one, -30))).toBe(25)
    expect(await confirm(await correct(other, -30))).toBe(15)
    // What served at 30 an hour is taken back, and added to, at 30 an hour; the sum is rounded once.
    const kitchen = await enter('2026-11-22', 60, shift)
    expect(await confirm(kitchen)).toBe(45)
    expect(await confirm(await correct(kitchen, -31))).toBe(29)
    expect(await confirm(await correct(kitchen, -29))).toBe(15)
    expect(await confirm(await correct(kitchen, 90))).toBe(60)
    expect(await codeOf(correct(kitchen, -91))).toBe('BelowZero')
    expect(await codeOf(correct(kitchen, 151))).toBe('LongerThanShift')
  })

  test('of two records that become one are together, and shown as they were earned', async () => {
    const { id: old } = await as(
      cloud,
      residents,
      staffOf.jingWorker,
    )('registerPerson', { name: '老陈', home: jingHome() })
    const enter = async (person: string, minutes: number, what: string) => {
      const entry = { person, day: '2026-11-20', minutes, what }
      const { id } = await staff()('enterHours', entry)
      await second()('confirmHours', { entry: id })
    }
    await enter(staffId(chen), 60, '帮厨')
    await enter(old, 90, '送餐')
    await as(
      cloud,
      residents,
      staffOf.centreStaff,
    )('mergePeople', { keep: staffId(chen), merge: old })
    const shown = async () => {
      const { points, lines } = await of(chen)('myPoints', {})
      return [points, lines.items.map((line) => line.points).sort((a, b) => a - b)]
    }
    expect(await shown()).toEqual([25, [10, 15]])
    await cloud.clock('2026-11-22T03:00:00+08:00')
    await jobs()
    await cloud.clock('2026-11-22T03:10:00+08:00')
    await jobs()
    expect(await rows('points_ledger')).toHaveLength(4)
    expect(await rows('hours_balances', { points: 25 })).toHaveLength(1)
    expect(await shown()).toEqual([25, [10, 15]])
  })
})
