import type { Ticket } from '@/types/haircuts'
import type { Envelope } from '@/types/shared/envelope'
import { crowdOf, seedCrowd } from '../activities/crowd'
import { CallFailed, startCloud, type TestCloud } from '../support/cloud'
import { meetingOn } from '../support/meeting'
import { dl, saturday, startCentre } from '../support/people'
import { december, openDecember, sessionDoc, the16th, told } from './square'

jest.setTimeout(180_000)

// Eight o'clock: 120 people, forty numbers, everybody taps twice. Whatever goes wrong on the way, the numbers are 1 to
// 40, each somebody's, the others are told that they are taken, and all counts agree.

const crowd = crowdOf(120)
const taps = 2
const bookable = 40

/** The number a phone was told, or the code of a refusal. */
type Answer = number | string

const again = ['TryAgain', 'Internal']
const mostRounds = 60

/** Everybody taps at once; what was not answered is sent again under its key, as phones do. */
const rush = async (cloud: TestCloud): Promise<Map<string, Answer[]>> => {
  const answers = new Map<string, Answer[]>(crowd.map((openid) => [openid, []]))
  let calls = crowd.flatMap((openid) => Array<string>(taps).fill(openid))
  for (let round = 0; calls.length > 0; round++) {
    if (round === mostRounds) throw new Error(`${calls.length} taps were never answered`)
    const outcomes = await Promise.all(
      calls.map(async (openid) => ({ openid, answer: await tap(cloud, openid) })),
    )
    calls = []
    for (const { openid, answer } of outcomes)
      if (answer === null) calls.push(openid)
      else answers.get(openid)!.push(answer)
  }
  return answers
}

const tap = async (cloud: TestCloud, openid: string): Promise<Answer | null> => {
  try {
    const envelope = await cloud.call<Envelope<Ticket>>(openid, 'haircuts', {
      procedure: 'book',
      centre: dl,
      input: { session: december, key: `rush-haircut-${openid}` },
    })
    if (envelope.ok) return envelope.value.number ?? 'no number'
    return again.includes(envelope.error.code) ? null : envelope.error.code
  } catch (error) {
    // The cloud gave up on the call, or the connection did not last.
    if (error instanceof CallFailed || error instanceof TypeError) return null
    throw error
  }
}

const oneTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1)

const expectFair = async (
  cloud: TestCloud,
  ids: ReadonlyMap<string, string>,
  answers: ReadonlyMap<string, Answer[]>,
) => {
  for (const all of answers.values()) expect(new Set(all).size).toBe(1)
  const numbers = [...answers].flatMap(([openid, [answer]]) =>
    typeof answer === 'number' ? [{ number: answer, id: ids.get(openid)! }] : [],
  )
  const inOrder = numbers.sort((a, b) => a.number - b.number)
  expect(inOrder.map(({ number }) => number)).toEqual(oneTo(bookable))
  expect([...answers.values()].filter(([answer]) => answer === 'Full')).toHaveLength(
    crowd.length - bookable,
  )
  const session = await sessionDoc(cloud)
  expect(session.numbers).toEqual(inOrder.map(({ id }) => id))
  expect(session.slots.map(({ left }) => left)).toEqual([0, 0, 0, 0, 0, 0])
  expect(Object.keys(session.claims).sort()).toEqual(inOrder.map(({ id }) => id).sort())
  expect([...session.people].sort()).toEqual(Object.keys(session.claims).sort())
  expect(session.owes).toBe(false)
  expect((await told(cloud, 'haircutBooked')).map(({ to }) => to).sort()).toEqual(
    inOrder.map(({ id }) => id).sort(),
  )
}

describe('eight o’clock', () => {
  let cloud: TestCloud
  let ids: Map<string, string>
  beforeEach(async () => {
    cloud = await startCentre()
    ids = await seedCrowd(cloud, crowd)
    await openDecember(cloud)
  })
  afterEach(() => cloud.stop())

  const sweep = async () => {
    await cloud.clearFaults()
    await cloud.clock('2026-12-09T08:05:00+08:00')
    await cloud.timer('jobs')
  }
  const fault = { procedure: 'haircuts.book', times: 1 } as const

  test('forty have a number each', async () => {
    const answers = await rush(cloud)
    await sweep()
    await expectFair(cloud, ids, answers)
  })

  test('also when replies are lost on the way back, and instances die between any two writes', async () => {
    for (let n = 0; n < 8; n++) {
      await cloud.fault({
        ...fault,
        action: 'database.modifyDocument',
        kind: 'lostReply',
        skip: n * 4,
      })
      await cloud.fault({
        ...fault,
        action: 'write',
        kind: 'crash',
        skip: n * 5,
        after: n % 2 === 0,
      })
    }
    const answers = await rush(cloud)
    expect(await cloud.faults()).toEqual([])
    await sweep()
    await expectFair(cloud, ids, answers)
  })
})

test('wherever the instance dies, the same tap sent again has one number, and the sweep leaves nothing open', async () => {
  const cloud = await startCentre()
  try {
    const cases = [0, 1].flatMap((skip) => [false, true].map((after) => ({ skip, after })))
    const people = crowd.slice(0, cases.length)
    const ids = await seedCrowd(cloud, people)
    await openDecember(cloud, the16th())
    for (const [i, { skip, after }] of cases.entries()) {
      await cloud.fault({
        procedure: 'haircuts.book',
        action: 'write',
        kind: 'crash',
        times: 1,
        skip,
        after,
      })
      expect(await tap(cloud, people[i]!)).toBeNull()
      expect(await tap(cloud, people[i]!)).toBe(i + 1)
    }
    await cloud.clock('2026-12-09T08:05:00+08:00')
    await cloud.timer('jobs')
    const session = await sessionDoc(cloud)
    expect(session.numbers).toEqual(people.map((openid) => ids.get(openid)))
    expect(session.slots.reduce((sum, { left }) => sum + left, 0)).toBe(bookable - cases.length)
    expect(await told(cloud, 'haircutBooked')).toHaveLength(cases.length)
  } finally {
    await cloud.stop()
  }
})

test('the same rush on a count and an insert gives one number to several, and more than there are', async () => {
  const cloud = await startCloud({ functions: 'haircutControls', now: saturday })
  try {
    // Whoever counted first writes last.
    const session = december
    const book = (openid: string) =>
      cloud.call(openid, 'haircuts', { procedure: 'book', input: { session } })
    const [early = '', ...others] = crowd
    await meetingOn(() => cloud)(
      { collection: 'haircut_tickets', action: 'database.insertDocument' },
      () => book(early),
      () => Promise.all(others.map(book)),
    )
    const { data: tickets } = (await cloud.admin
      .collection('haircut_tickets')
      .where({ session })
      .limit(1000)
      .get()) as { data: { number: number }[] }
    expect(tickets.length).toBeGreaterThan(bookable)
    expect(new Set(tickets.map(({ number }) => number)).size).toBeLessThan(tickets.length)
  } finally {
    await cloud.stop()
  }
})
