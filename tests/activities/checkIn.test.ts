import { activities } from '@/types/activities'
import { centre } from '@/types/centre'
import { residents } from '@/types/residents'
import { targetOf } from '@/types/shared/links'
import type { TestCloud } from '../support/cloud'
import {
  as,
  codeOf,
  newKey,
  places,
  Refused,
  resident,
  saturday,
  staffOf,
  startCentre,
} from '../support/people'
import { clockAt, inHours, lego, publish } from './publishing'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
/** The class of these tests is this Saturday, 10:00 to 12:00; its doors open at 9:00. */
const begins = inHours(2)
const ends = inHours(4)

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startCentre()
})
beforeEach(() => cloud.clock(saturday))
afterAll(() => cloud.stop())

const at = (instant: number) => cloud.clock(clockAt(instant))
const li = () => as(cloud, activities, 'o-li')
const staff = () => as(cloud, activities, staffOf.centreStaff)

const todaysClass = (changes: Parameters<typeof lego>[0] = {}) =>
  publish(
    cloud,
    lego({
      sessions: [{ startsAt: begins, endsAt: ends }],
      closesAt: inHours(1),
      cancelUntil: inHours(1),
      ...changes,
    }),
  )

/** 李奶奶 is signed up for today's class, and it is ten minutes before the start. */
const beforeClass = async () => {
  const activity = await todaysClass()
  const person = (await resident(cloud, 'o-li', '李奶奶')).id
  await li()('signUp', { activity })
  await at(begins - 10 * minute)
  return { activity, person }
}

/** What the venue screen shows now. */
const shown = async (activity: string): Promise<string> => {
  const { link } = await staff()('checkInCode', { activity })
  const target = targetOf(link ?? '')
  if (target?.to !== 'checkIn') throw new Error('the screen shows no code')
  return target.code
}

const roster = async (activity: string) => {
  const { lines, present } = await staff()('roster', { activity })
  return { present, attendance: lines.map(({ name, attendance }) => [name, ...attendance]) }
}

describe('by the code of the venue screen', () => {
  test('somebody who is in is there, once, however often they scan', async () => {
    const { activity } = await beforeClass()
    const code = await shown(activity)
    const expected = { activity, title: '乐高搭建课', session: 0, state: 'present' }
    const key = newKey()
    expect(await li()('checkIn', { code, key })).toEqual(expected)
    expect(await li()('checkIn', { code, key })).toEqual(expected)
    expect(await li()('checkIn', { code })).toEqual(expected)
    expect(await roster(activity)).toEqual({ present: [1], attendance: [['李奶奶', 'present']] })
    expect(await staff()('checkInCode', { activity })).toMatchObject({ present: 1, expected: 1 })
  })

  test('it costs three requests in two round trips', async () => {
    const { activity } = await beforeClass()
    const code = await shown(activity)
    await cloud.resetMetrics()
    await li()('checkIn', { code })
    const { procedures } = await cloud.metrics()
    expect(procedures['activities.checkIn']).toMatchObject({ requests: 3, roundTrips: 2 })
  })

  test('the code changes every minute and is good for the next one too', async () => {
    const { activity } = await beforeClass()
    const { validUntil } = await staff()('checkInCode', { activity })
    const code = await shown(activity)
    await at((validUntil ?? 0) - 20 * second)
    expect(await shown(activity)).toBe(code)
    await at(validUntil ?? 0)
    expect(await shown(activity)).not.toBe(code)
    await at((validUntil ?? 0) + minute - 20 * second)
    expect(await codeOf(li()('checkIn', { code }))).toBe('ok')
  })

  test('a picture of the code sent to a friend is worthless two minutes later', async () => {
    const { activity } = await beforeClass()
    const { validUntil } = await staff()('checkInCode', { activity })
    const code = await shown(activity)
    await at((validUntil ?? 0) + minute)
    expect(await codeOf(li()('checkIn', { code }))).toBe('CodeExpired')
    expect((await roster(activity)).present).toEqual([0])
  })

  test('a code of activity C checks nobody into A', async () => {
    const { activity } = await beforeClass()
    await at(inHours(0))
    const other = await todaysClass({ title: '书法课' })
    await at(begins)
    expect(await codeOf(li()('checkIn', { code: await shown(other) }))).toBe('NotSignedUp')
    expect((await roster(activity)).present).toEqual([0])
    expect((await roster(other)).present).toEqual([0])
  })

  test('a code we did not sign, or changed by a letter, is not ours', async () => {
    const { activity } = await beforeClass()
    const code = await shown(activity)
    const [body = '', ...signature] = code.split('.')
    for (const forged of [
      'dl_a-0-1.k1.aaaaaaaaaaaaaaaa',
      [body.replace(/-0-/, '-1-'), ...signature].join('.'),
      'hello',
    ])
      expect(await codeOf(li()('checkIn', { code: forged }))).toBe('NotOurCode')
  })

  test('whoever waits in line has no seat to check in to', async () => {
    const activity = await todaysClass({ seats: 1 })
    await resident(cloud, 'o-li', '李奶奶')
    await resident(cloud, 'o-wang', '王芳')
    await li()('signUp', { activity })
    expect(await as(cloud, activities, 'o-wang')('signUp', { activity })).toMatchObject({
      state: 'waiting',
    })
    await at(begins)
    const code = await shown(activity)
    expect(await codeOf(as(cloud, activities, 'o-wang')('checkIn', { code }))).toBe('NotSignedUp')
  })

  test('a daughter checks in her mother with her own phone', async () => {
    const activity = await todaysClass()
    await resident(cloud, 'o-fang', '王芳')
    const mother = await as(
      cloud,
      residents,
      'o-fang',
    )('addDependant', {
      name: '李奶奶',
      relation: 'parent',
      consent: 'spoken',
    })
    const fang = as(cloud, activities, 'o-fang')
    await fang('signUp', { activity, forResident: mother.id })
    await at(begins)
    const code = await shown(activity)
    expect(await codeOf(fang('checkIn', { code }))).toBe('NotSignedUp')
    expect(await fang('checkIn', { code, forResident: mother.id })).toMatchObject({
      state: 'present',
    })
    expect((await roster(activity)).attendance).toEqual([['李奶奶', 'present']])
  })

  test('the screen shows no code before the doors open, after the end, or when it is called off', async () => {
    const activity = await todaysClass()
    const screen = () => staff()('checkInCode', { activity })
    await at(begins - hour - 20 * second)
    expect(await screen()).toMatchObject({ link: null, session: null, validUntil: null })
    await at(begins - hour)
    expect(await screen()).toMatchObject({ session: 0, startsAt: begins, endsAt: ends })
    await at(ends)
    expect(await screen()).toMatchObject({ link: null, session: null })
    await at(begins)
    await staff()('withdraw', { activity, because: '停水' })
    expect(await screen()).toMatchObject({ link: null })
  })
})

describe('a display link', () => {
  const show = async (activity: string, display: string) => {
    const envelope = await cloud.call<{ ok: boolean; error?: { code: string } }>(
      null,
      'activities',
      { procedure: 'checkInCode', centre: 'dl', input: { activity }, display },
    )
    return envelope.ok ? 'ok' : envelope.error?.code
  }

  test('opens the code of its own activity to a screen nobody signed in on, until it is revoked', async () => {
    const activity = await todaysClass()
    const other = await todaysClass({ title: '书法课' })
    const office = as(cloud, centre, staffOf.centreStaff)
    const { token, display } = await office('issueDisplay', { shows: 'checkIn', thing: activity })
    expect(await show(activity, token)).toBe('ok')
    expect(await show(other, token)).toBe('NotAllowed')
    expect(await show(activity, 'a-guessed-token')).toBe('NotSignedIn')
    await office('revokeDisplay', { display })
    expect(await show(activity, token)).not.toBe('ok')
  })
})

describe('scanned without a network', () => {
  const nonce = 'nonce-0000000000001'

  test('a scan that fits waits for a second person, who confirms it', async () => {
    const { activity, person } = await beforeClass()
    const code = await shown(activity)
    const scannedAt = begins - 10 * minute
    await at(inHours(10))
    expect(await li()('checkIn', { code, scannedAt, nonce })).toMatchObject({ state: 'toConfirm' })
    expect(await roster(activity)).toEqual({ present: [0], attendance: [['李奶奶', 'toConfirm']] })

    const confirmation = { activity, session: 0, person, accept: true, key: newKey() }
    await staff()('confirmCheckIn', confirmation)
    await staff()('confirmCheckIn', confirmation)
    expect(await roster(activity)).toEqual({ present: [1], attendance: [['李奶奶', 'present']] })
    expect(await codeOf(staff()('confirmCheckIn', { ...confirmation, key: newKey() }))).toBe(
      'NothingToConfirm',
    )
  })

  test('a scan time outside of the minutes the code was shown is flagged', async () => {
    const { activity } = await beforeClass()
    const code = await shown(activity)
    await at(inHours(10))
    const late = { code, scannedAt: begins + hour, nonce }
    expect(await li()('checkIn', late)).toMatchObject({ state: 'flagged' })
  })

  test('what fits but comes after a day is flagged; after a week it is too late', async () => {
    const { activity } = await beforeClass()
    const code = await shown(activity)
    const scan = { code, scannedAt: begins - 10 * minute, nonce }
    await at(begins + 25 * hour)
    expect(await li()('checkIn', scan)).toMatchObject({ state: 'flagged' })
    await at(begins + 8 * 24 * hour)
    expect(await codeOf(li()('checkIn', { ...scan, key: newKey() }))).toBe('ScannedTooLongAgo')
  })

  test('nobody confirms their own scan', async () => {
    const activity = await todaysClass()
    const sun = as(cloud, activities, staffOf.centreStaff)
    const { person } = await sun('signUp', { activity })
    await at(begins)
    const code = await shown(activity)
    await at(inHours(10))
    await sun('checkIn', { code, scannedAt: begins, nonce })
    const confirmation = { activity, session: 0, person: person.id, accept: true }
    expect(await codeOf(sun('confirmCheckIn', confirmation))).toBe('NotYourself')
  })

  test('refused by the second person, the same scan sent again stays refused', async () => {
    const { activity, person } = await beforeClass()
    const code = await shown(activity)
    const scan = { code, scannedAt: begins - 10 * minute, nonce, key: newKey() }
    await at(inHours(10))
    await li()('checkIn', scan)
    await staff()('confirmCheckIn', { activity, session: 0, person, accept: false })
    expect(await codeOf(li()('checkIn', scan))).toBe('ScannedTooLongAgo')
    expect(await roster(activity)).toEqual({ present: [0], attendance: [['李奶奶', null]] })
  })
})

describe('by staff', () => {
  const card = async () => (await as(cloud, residents, 'o-li')('memberCode', {})).card

  test('the member code of somebody who is in is scanned once, and once more', async () => {
    const { activity } = await beforeClass()
    const scan = { activity, session: 0, card: await card() }
    expect(await staff()('checkInByCard', scan)).toEqual({
      name: '李奶奶',
      state: 'present',
      already: false,
    })
    expect(await staff()('checkInByCard', scan)).toMatchObject({ already: true })
    expect((await roster(activity)).present).toEqual([1])
  })

  test('an unknown card, a person of another class, and the wrong hour are told apart', async () => {
    const { activity } = await beforeClass()
    await resident(cloud, 'o-wang', '王芳')
    const scan = { activity, session: 0, card: await card() }
    const wang = (await as(cloud, residents, 'o-wang')('memberCode', {})).card
    expect(await codeOf(staff()('checkInByCard', { ...scan, card: 'dl_munknown' }))).toBe(
      'CardUnknown',
    )
    expect(await codeOf(staff()('checkInByCard', { ...scan, card: wang }))).toBe('NotSignedUp')
    await at(ends)
    expect(await codeOf(staff()('checkInByCard', scan))).toBe('NotNow')
  })

  test('a scan of the same day counts when it arrives; one of another hour, or of yesterday, is flagged', async () => {
    const { activity } = await beforeClass()
    const scan = { activity, session: 0, card: await card(), nonce: 'nonce-0000000000002' }
    await at(inHours(10))
    expect(await staff()('checkInByCard', { ...scan, scannedAt: ends + 2 * hour })).toMatchObject({
      state: 'flagged',
    })
    expect(await staff()('checkInByCard', { ...scan, scannedAt: begins })).toMatchObject({
      state: 'present',
      already: true,
    })
  })

  test('a name is ticked and unticked; a late repeat of the first tap does not tick it again', async () => {
    const { activity, person } = await beforeClass()
    const first = { activity, session: 0, person, present: true, key: newKey() }
    await staff()('tick', first)
    expect((await roster(activity)).present).toEqual([1])
    await staff()('tick', { ...first, present: false, key: newKey() })
    await staff()('tick', first)
    expect(await roster(activity)).toEqual({ present: [0], attendance: [['李奶奶', null]] })
    await staff()('tick', { ...first, key: newKey() })
    expect((await roster(activity)).present).toEqual([1])
  })

  test('nobody is ticked before the doors open, nor without a seat', async () => {
    const { activity, person } = await beforeClass()
    await at(begins - hour - 20 * second)
    const tick = { activity, session: 0, person, present: true }
    await expect(staff()('tick', tick)).rejects.toEqual(
      new Refused('NotNow', { opensAt: begins - hour }),
    )
    await at(begins)
    expect(await codeOf(staff()('tick', { ...tick, person: 'dl_pnobody' }))).toBe('NotSignedUp')
    expect(await codeOf(staff()('tick', { ...tick, session: 5 }))).toBe('InvalidInput')
  })

  test('staff of another community have nothing to do with it', async () => {
    const activity = await todaysClass({ node: places.jing })
    const chun = as(cloud, activities, staffOf.chunStaff)
    expect(await codeOf(chun('roster', { activity }))).toBe('NotAllowed')
    expect(await codeOf(chun('checkInCode', { activity }))).toBe('NotAllowed')
  })
})

test('a reply lost on the way of the check-in is made good by the same call', async () => {
  const { activity } = await beforeClass()
  const code = await shown(activity)
  await cloud.fault({
    action: 'database.insertDocument',
    procedure: 'activities.checkIn',
    kind: 'lostReply',
  })
  expect(await li()('checkIn', { code })).toMatchObject({ state: 'present' })
  expect(await cloud.faults()).toEqual([])
  expect((await roster(activity)).present).toEqual([1])
})
