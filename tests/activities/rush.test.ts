import type { OutboxRow } from '@/cloudfunctions/notices/store'
import type { Places, RegistrationRecord } from '@/cloudfunctions/activities/store'
import { startCloud, type TestCloud } from '../support/cloud'
import { meetingOn } from '../support/meeting'
import { saturday, startCentre } from '../support/people'
import { crowdOf, rush, seedCrowd, type Answer } from './crowd'
import { clockAt, inHours, lego, publish } from './publishing'

jest.setTimeout(180_000)

// Nine o'clock: 400 parents, 20 seats, 10 places in line, everybody taps three times. Whatever goes wrong on the way,
// 20 are in, 10 wait in the order they arrived, the others are told that it is full, and all records agree.

const crowd = crowdOf(400)
const fault = {
  procedure: 'activities.signUp',
  times: 1,
} as const

const documents = async <T>(cloud: TestCloud, collection: string, where: object): Promise<T[]> => {
  const { data } = (await cloud.admin.collection(collection).where(where).limit(1000).get()) as {
    data: T[]
  }
  return data
}

const sorted = (values: Iterable<string>) => [...values].sort()

/** What everybody was told agrees with itself and with what is stored. */
const expectFair = async (
  cloud: TestCloud,
  ids: ReadonlyMap<string, string>,
  activity: string,
  answers: ReadonlyMap<string, Answer[]>,
) => {
  const told = [...answers].map(([openid, all]) => {
    expect(new Set(all.map((answer) => JSON.stringify(answer))).size).toBe(1)
    return { id: ids.get(openid) ?? '', answer: all[0] }
  })
  const toldIn = (state: string) =>
    told.filter(({ answer }) => typeof answer === 'object' && answer.state === state)
  const inside = toldIn('in').map(({ id }) => id)
  const line = toldIn('waiting')
    .sort((a, b) => placeOf(a.answer) - placeOf(b.answer))
    .map(({ id }) => id)
  expect(inside).toHaveLength(20)
  expect(line).toHaveLength(10)
  expect(
    toldIn('waiting')
      .map(({ answer }) => placeOf(answer))
      .sort((a, b) => a - b),
  ).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(told.filter(({ answer }) => answer === 'Full')).toHaveLength(370)

  const [place] = await documents<Places>(cloud, 'activity_places', { _id: activity })
  const claims = Object.entries(place?.claims ?? {})
  expect(place).toMatchObject({ left: 0, heldLeft: 0, seats: 20, owes: false })
  expect(place?.waiting.map(({ person }) => person)).toEqual(line)
  expect(sorted(claims.flatMap(([id, { state }]) => (state === 'in' ? id : [])))).toEqual(
    sorted(inside),
  )
  expect(claims).toHaveLength(30)
  expect(Object.values(place?.households ?? {})).toEqual(Array(30).fill(1))

  const records = await documents<RegistrationRecord>(cloud, 'registrations', { activity })
  expect(sorted(records.map(({ person, state }) => `${person} ${state}`))).toEqual(
    sorted([...inside.map((id) => `${id} in`), ...line.map((id) => `${id} waiting`)]),
  )
  const rows = await documents<OutboxRow>(cloud, 'outbox', { thing: activity })
  expect(sorted(rows.map(({ to, event }) => `${to} ${event}`))).toEqual(
    sorted(inside.map((id) => `${id} signedUp`)),
  )
}

const placeOf = (answer: Answer | undefined): number =>
  typeof answer === 'object' ? (answer.position ?? 0) : 0

describe('the rush', () => {
  let cloud: TestCloud
  let ids: Map<string, string>
  let hours = 0
  beforeAll(async () => {
    cloud = await startCentre()
    ids = await seedCrowd(cloud, crowd)
  })
  afterAll(() => cloud.stop())
  // Jobs run after each rush, so each has an hour of its own.
  beforeEach(() => cloud.clock(clockAt(inHours(++hours))))

  const opensNow = () => publish(cloud, lego({ opensAt: inHours(hours) }))

  const sweep = async () => {
    await cloud.clearFaults()
    await cloud.timer('jobs')
  }

  test('exactly twenty are in, and it costs no more than 3,700 operations', async () => {
    const activity = await opensNow()
    await cloud.resetMetrics()
    const answers = await rush(cloud, activity, crowd)
    const { procedures } = await cloud.metrics()
    expect(procedures['activities.signUp']?.requests).toBeLessThanOrEqual(3700)
    await sweep()
    await expectFair(cloud, ids, activity, answers)
  })

  test('also when replies are lost on the way back', async () => {
    const activity = await opensNow()
    for (let n = 0; n < 8; n++) {
      const [write, insert] = ['database.modifyDocument', 'database.insertDocument']
      await cloud.fault({ ...fault, action: write, kind: 'lostReply', skip: n * 4 })
      await cloud.fault({ ...fault, action: insert, kind: 'lostReply', skip: n * 4 })
    }
    const answers = await rush(cloud, activity, crowd)
    await sweep()
    await expectFair(cloud, ids, activity, answers)
  })

  test('also when documents are busy', async () => {
    const activity = await opensNow()
    await cloud.fault({ ...fault, action: 'write', kind: 'busy', times: 60 })
    const answers = await rush(cloud, activity, crowd)
    await sweep()
    await expectFair(cloud, ids, activity, answers)
  })

  test('also when instances die between any two writes', async () => {
    const activity = await opensNow()
    for (let n = 0; n < 16; n++)
      await cloud.fault({
        ...fault,
        action: 'write',
        kind: 'crash',
        skip: n * 3,
        after: n % 2 === 0,
      })
    const answers = await rush(cloud, activity, crowd)
    expect(await cloud.faults()).toEqual([])
    await sweep()
    await expectFair(cloud, ids, activity, answers)
  })
})

test('wherever the instance dies, the same tap sent again finds one seat, and the sweep leaves nothing open', async () => {
  const cloud = await startCentre()
  try {
    const writes = 3
    const cases = Array.from({ length: writes }, (_, skip) =>
      [false, true].map((after) => ({ skip, after })),
    ).flat()
    const people = crowdOf(cases.length * 2)
    const ids = await seedCrowd(cloud, people)
    const activity = await publish(cloud, lego({ seats: cases.length, waitlist: cases.length }))
    for (const [i, { skip, after }] of [...cases, ...cases].entries()) {
      const openid = people[i] ?? ''
      await cloud.fault({ ...fault, action: 'write', kind: 'crash', skip, after })
      const [answer] = (await rush(cloud, activity, [openid], 1)).get(openid) ?? []
      expect(answer).toEqual(
        i < cases.length
          ? { state: 'in', position: null }
          : { state: 'waiting', position: i - cases.length + 1 },
      )
      // Somebody in line has one write less, so the last crash finds nothing to hit.
      await cloud.clearFaults()
    }
    await cloud.timer('jobs')
    const [place] = await documents<Places>(cloud, 'activity_places', { _id: activity })
    expect(place).toMatchObject({ left: 0, owes: false })
    expect(place?.waiting).toHaveLength(cases.length)
    const records = await documents<RegistrationRecord>(cloud, 'registrations', { activity })
    expect(sorted(records.map(({ person }) => person))).toEqual(sorted(ids.values()))
    const rows = await documents<OutboxRow>(cloud, 'outbox', { thing: activity })
    expect(rows).toHaveLength(cases.length)
  } finally {
    await cloud.stop()
  }
})

test('a plan of 500 operations a second only makes it slower', async () => {
  const cloud = await startCentre({ limits: { operationsPerSecond: 500 } })
  try {
    const ids = await seedCrowd(cloud, crowd)
    const activity = await publish(cloud, lego())
    const answers = await rush(cloud, activity, crowd)
    await cloud.timer('jobs')
    await expectFair(cloud, ids, activity, answers)
  } finally {
    await cloud.stop()
  }
})

test('the same rush on a count and an insert sells more seats than there are, some to one person twice', async () => {
  const cloud = await startCloud({ functions: 'controls', now: saturday })
  try {
    // Whoever counted first writes last.
    const activity = 'dl_alesson'
    const [early = ''] = crowd
    await meetingOn(() => cloud)(
      { collection: 'registrations', action: 'database.insertDocument' },
      () => rush(cloud, activity, [early], 1),
      async () => {
        await rush(cloud, activity, [early], 1)
        await rush(cloud, activity, crowd)
      },
    )
    const lines = await documents<{ person: string }>(cloud, 'registrations', {
      activity,
      state: 'in',
    })
    expect(lines.length).toBeGreaterThan(20)
    expect(new Set(lines.map(({ person }) => person)).size).toBeLessThan(lines.length)
  } finally {
    await cloud.stop()
  }
})
