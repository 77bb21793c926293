import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { activities } from '@/types/activities'
import { centre } from '@/types/centre'
import { residents } from '@/types/residents'
import type { TestCloud } from '../support/cloud'
import { as, codeOf, places, resident, saturday, staffOf, startCentre } from '../support/people'
import { costOf } from './cost'
import { clockAt, inHours, lego, publish } from './publishing'

const hour = 3_600_000
const begins = inHours(2)

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startCentre()
})
beforeEach(() => cloud.clock(saturday))
afterAll(() => cloud.stop())

const at = (instant: number) => cloud.clock(clockAt(instant))
const staff = (openid: string = staffOf.centreStaff) => as(cloud, activities, openid)
const phone = (openid: string) => as(cloud, activities, openid)

/** 早操班: three mornings, two of which complete it. */
const exercise = (changes: Parameters<typeof lego>[0] = {}) =>
  publish(
    cloud,
    lego({
      title: '早操班',
      sessions: [0, 24, 48].map((later) => ({
        startsAt: begins + later * hour,
        endsAt: begins + (later + 1) * hour,
      })),
      closesAt: inHours(1),
      cancelUntil: inHours(1),
      completionPercent: 60,
      ...changes,
    }),
  )

const grant = async (openid: string, name: string, role: 'lecturer' | 'operator') => {
  const { id } = await resident(cloud, openid, name)
  await as(cloud, residents, staffOf.admin)('grantRole', { person: id, role, node: places.centre })
}

test('those who are in come first, then the line; the age is that of the first day', async () => {
  const activity = await exercise({
    seats: 1,
    questions: [{ label: '会不会打太极', options: [], required: true }],
  })
  await resident(cloud, 'o-li', '李奶奶', { birthDate: '1942-11-21', phone: '13812345678' })
  await resident(cloud, 'o-wang', '王芳')
  await phone('o-li')('signUp', { activity, answers: ['会'] })
  await phone('o-wang')('signUp', { activity, answers: ['不会'] })
  const roster = await staff()('roster', { activity })
  expect(roster).toMatchObject({
    rev: 1,
    heldLeft: 0,
    present: [0, 0, 0],
    headCounts: [null, null, null],
    lines: [
      {
        name: '李奶奶',
        phone: '13812345678',
        age: 84,
        state: 'in',
        position: null,
        answers: ['会'],
        by: null,
        attendance: [null, null, null],
        attended: 0,
      },
      { name: '王芳', phone: null, age: null, state: 'waiting', position: 1, answers: ['不会'] },
    ],
  })
  expect(roster.questions).toEqual([{ label: '会不会打太极', options: [], required: true }])
})

test('a lecturer sees whom to call up, and neither the phone numbers nor those of guardians', async () => {
  const activity = await exercise()
  await resident(cloud, 'o-fang', '王芳', { phone: '13912345678' })
  const child = await as(
    cloud,
    residents,
    'o-fang',
  )('addDependant', {
    name: '小明',
    relation: 'child',
    birthDate: '2018-05-01',
    consent: 'guardian',
  })
  const guardian = { emergencyName: '王芳', emergencyPhone: '13912345678', mayCollect: '爷爷' }
  await phone('o-fang')('signUp', { activity, forResident: child.id, guardian })
  await phone('o-fang')('signUp', { activity })
  await grant('o-teacher', '郑老师', 'lecturer')

  const { lines } = await staff('o-teacher')('roster', { activity })
  expect(lines.map(({ name, phone }) => [name, phone])).toEqual([
    ['小明', null],
    ['王芳', '139****5678'],
  ])
  expect(lines[0]).toMatchObject({
    by: '王芳',
    guardian: { ...guardian, emergencyPhone: '139****5678' },
  })
  const office = await staff()('roster', { activity })
  expect(office.lines[0]?.guardian).toEqual(guardian)
})

test('somebody whose record was cut off before it was written is on the list all the same', async () => {
  const activity = await exercise()
  await resident(cloud, 'o-zhao', '赵伯伯')
  await cloud.fault({
    action: 'database.insertDocument',
    collection: 'registrations',
    kind: 'crash',
  })
  await expect(phone('o-zhao')('signUp', { activity, answers: [] })).rejects.toThrow()
  expect(await cloud.faults()).toEqual([])
  const { lines } = await staff()('roster', { activity })
  expect(lines).toMatchObject([{ name: '赵伯伯', state: 'in' }])
})

test('within two hours of the start staff call those in line about a seat that came free', async () => {
  const activity = await exercise({ seats: 1, cancelUntil: begins, closesAt: begins })
  const [li, wang] = [
    await resident(cloud, 'o-li', '李奶奶'),
    await resident(cloud, 'o-wang', '王芳'),
  ]
  expect(li.id).not.toBe(wang.id)
  await phone('o-li')('signUp', { activity })
  await phone('o-wang')('signUp', { activity })
  await at(begins - hour)
  expect(await staff()('roster', { activity })).toMatchObject({ toCall: [] })
  await phone('o-li')('cancel', { activity })
  expect(await staff()('roster', { activity })).toMatchObject({ toCall: [wang.id] })
})

test('a series is completed by the attendance it asks for', async () => {
  const activity = await exercise()
  const talks = await exercise({ completionPercent: 0, title: '讲座' })
  const li = await resident(cloud, 'o-li', '李奶奶')
  const wang = await resident(cloud, 'o-wang', '王芳')
  await phone('o-li')('signUp', { activity })
  await phone('o-wang')('signUp', { activity })
  await at(begins + 49 * hour)
  const tick = (person: string, session: number) =>
    staff()('tick', { activity, person, session, present: true })
  await tick(li.id, 0)
  await tick(li.id, 2)
  await tick(wang.id, 1)
  expect(await staff()('completion', { activity })).toEqual({
    needed: 2,
    lines: [
      { person: li.id, name: '李奶奶', attended: 2, completed: true, certifiedAt: null },
      { person: wang.id, name: '王芳', attended: 1, completed: false, certifiedAt: null },
    ],
  })
  // Certificates go to those who completed it, whoever is named, and keep the day they were given.
  const persons = [li.id, wang.id]
  const given = begins + 49 * hour
  expect(await staff()('certify', { activity, persons })).toEqual({ certified: 1 })
  await at(given + hour)
  expect(await staff()('certify', { activity, persons })).toEqual({ certified: 1 })
  const { lines } = await staff()('completion', { activity })
  const [hers, his] = lines.map(({ certifiedAt }) => certifiedAt)
  expect(Math.floor((hers ?? 0) / hour)).toBe(Math.floor(given / hour))
  expect(his).toBeNull()
  const mine = async (openid: string) =>
    (await phone(openid)('mine', { past: true })).items.find((item) => item.activity === activity)
  expect(await mine('o-li')).toMatchObject({ certifiedAt: hers })
  expect(await mine('o-wang')).toMatchObject({ certifiedAt: null })
  expect(await codeOf(staff()('certify', { activity: talks, persons }))).toBe('NoCompletion')
  expect(await staff()('roster', { activity })).toMatchObject({
    present: [1, 1, 1],
    lines: [
      { name: '李奶奶', attendance: ['present', null, 'present'], attended: 2 },
      { name: '王芳', attended: 1 },
    ],
  })
})

test('heads are counted at each departure of an outing, beside how many must be there', async () => {
  const outing = await exercise({ headCount: true, category: 'outing' })
  const li = await resident(cloud, 'o-li', '李奶奶')
  await phone('o-li')('signUp', { activity: outing })
  await at(begins)
  await staff()('tick', { activity: outing, person: li.id, session: 0, present: true })
  expect(await staff()('countHeads', { activity: outing, session: 0, heads: 2 })).toEqual({
    expected: 1,
  })
  expect(await staff()('roster', { activity: outing })).toMatchObject({
    headCount: true,
    headCounts: [2, null, null],
  })
  expect(await codeOf(staff()('countHeads', { activity: outing, session: 3, heads: 1 }))).toBe(
    'InvalidInput',
  )
  await cloud.clock(saturday)
  const class_ = await exercise()
  expect(await codeOf(staff()('countHeads', { activity: class_, session: 0, heads: 1 }))).toBe(
    'NotAnOuting',
  )
  expect(await staff()('roster', { activity: class_ })).toMatchObject({ headCount: false })
})

describe('all at once', () => {
  const everybody = async () => {
    const activity = await exercise()
    const persons: string[] = []
    for (const [openid, name] of [
      ['o-li', '李奶奶'],
      ['o-wang', '王芳'],
      ['o-zhao', '赵伯伯'],
    ] as const) {
      persons.push((await resident(cloud, openid, name)).id)
      await phone(openid)('signUp', { activity })
    }
    await at(begins)
    return { activity, persons }
  }
  const here = async (activity: string) => (await staff()('roster', { activity })).present[0]

  test('everybody who is in is ticked with one entry in the log; one who is not there is taken back', async () => {
    const { activity, persons } = await everybody()
    const [li = '', wang = '', zhao = ''] = persons
    await staff()('tick', { activity, session: 0, person: li, present: true })
    await staff()('cancel', { activity, forResident: zhao })
    const key = 'everybody-is-here-1'
    const answer = await staff()('tickAll', { activity, session: 0, persons, key })
    expect(answer).toEqual({ present: 2 })
    expect(await here(activity)).toBe(2)
    expect(await staff()('tickAll', { activity, session: 0, persons, key })).toEqual(answer)

    await staff()('tick', { activity, session: 0, person: wang, present: false })
    await staff()('tick', { activity, session: 0, person: li, present: false })
    // A late repeat of the tap brings back neither her nor somebody who had been ticked before it.
    await staff()('tickAll', { activity, session: 0, persons, key })
    expect(await here(activity)).toBe(0)

    const { items } = await as(cloud, centre, staffOf.admin)('auditLog', { on: '2026-11-21' })
    const entries = items.filter(({ procedure }) => procedure === 'activities.tickAll')
    expect(entries).toMatchObject([{ actor: '孙**', state: 'done' }])

    // Another tap means now: whoever came meanwhile is ticked.
    await staff()('tickAll', { activity, session: 0, persons })
    expect(await here(activity)).toBe(2)
  })

  test('three taps at once make one record of each person', async () => {
    const { activity, persons } = await everybody()
    await Promise.all([1, 2, 3].map(() => staff()('tickAll', { activity, session: 0, persons })))
    expect(await here(activity)).toBe(3)
    const { data } = await cloud.admin.collection('attendances').where({ activity }).get()
    expect(data).toHaveLength(3)
  })

  test('not before the doors open, and nobody who holds no seat', async () => {
    const { activity, persons } = await everybody()
    expect(await codeOf(staff()('tickAll', { activity, session: 1, persons }))).toBe('NotNow')
    expect(await staff()('tickAll', { activity, session: 0, persons: ['dl_pnobody'] })).toEqual({
      present: 0,
    })
    expect(await here(activity)).toBe(0)
  })

  test('it costs a handful of requests, not some for each name', async () => {
    const { activity, persons } = await everybody()
    const cost = costOf(cloud, 'activities.tickAll')
    const [li = '', ...others] = persons
    const one = await cost(() => staff()('tickAll', { activity, session: 0, persons: [li] }))
    expect(await cost(() => staff()('tickAll', { activity, session: 0, persons: others }))).toEqual(
      one,
    )
  })
})

test('the code on the poster leads to the activity; it is made once', async () => {
  const activity = await exercise()
  await cloud.clearOutbox()
  const { card, codeUrl } = await staff()('poster', { activity })
  await staff()('poster', { activity })
  expect(card).toMatchObject({ id: activity, title: '早操班' })
  const picture = PNG.sync.read(Buffer.from(await (await fetch(codeUrl)).arrayBuffer()))
  const code = jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height)
  expect(code?.data).toContain(`pages/scan/index?scene=${encodeURIComponent(`a.${activity}`)}`)
  expect((await cloud.outbox()).map(({ api }) => api)).toEqual(['wxacode.getUnlimited'])
})
