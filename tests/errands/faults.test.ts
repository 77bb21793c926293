import { errands } from '@/types/errands'
import { volunteers } from '@/types/volunteers'
import type { TestCloud } from '../support/cloud'
import { as, newKey, staffOf, startCentre } from '../support/people'
import {
  errandDoc,
  grandmother,
  letter,
  onMenu,
  ordered,
  plumbers,
  runAt,
  told,
  volunteer,
} from './neighbours'

// Replies are lost and instances die between any two writes. Whatever was begun is carried through by the next tap or the
// next timer, once.

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startCentre()
})
afterEach(() => cloud.stop())

const lost = (call: Promise<unknown>) => call.catch(() => null)
const all = async (collection: string) =>
  ((await cloud.admin.collection(collection).limit(1000).get()) as { data: { _id: string }[] }).data

const kindsOfFault = ['lostReply', 'crash', 'busy'] as const

describe.each(kindsOfFault)('when a write meets %s', (kind) => {
  test('an order is one errand, and each is asked once', async () => {
    await grandmother(cloud)
    await plumbers(cloud, 8)
    const menu = await onMenu(cloud)
    let skip = 0
    for (let met = true; met; skip++) {
      const key = newKey()
      await cloud.fault({
        action: 'write',
        procedure: 'errands.order',
        kind,
        skip,
        ...(kind === 'crash' && { after: true }),
      })
      const wish = { part: 'afternoon', key } as const
      await lost(ordered(cloud, menu, wish))
      met = (await cloud.faults()).length === 0
      await cloud.clearFaults()
      const { id } = await ordered(cloud, menu, wish)
      await cloud.timer('jobs')
      expect(await all('errands')).toHaveLength(1)
      const after = await errandDoc(cloud, id)
      expect(after.invited).toHaveLength(6)
      expect(after).toMatchObject({ news: {}, state: 'open' })
      const asked = await told(cloud, 'errandAsked')
      expect(asked.map(({ to }) => to).sort()).toEqual([...after.invited].sort())
      const helpers = (await all('errand_helpers')) as unknown as {
        asked: Record<string, number>
      }[]
      expect(helpers.filter(({ asked: of }) => of[id] !== undefined)).toHaveLength(6)
      for (const gone of ['errands', 'outbox', 'errand_helpers'])
        await cloud.admin.collection(gone).where({ centre: 'dl' }).remove()
    }
    // The errand, who is asked, what they are told, that they were asked, that all is done; then none was left to meet.
    expect(skip).toBeGreaterThan(5)
  })

  test('a yes is one yes, and the resident hears it once', async () => {
    await grandmother(cloud)
    await volunteer(cloud, 'o-reader', '老陈', { skills: ['reading'] })
    const menu = await onMenu(cloud, letter())
    let skip = 0
    for (let met = true; met; skip++) {
      const { id } = await ordered(cloud, menu)
      const key = newKey()
      await cloud.fault({
        action: 'write',
        procedure: 'errands.accept',
        kind,
        skip,
        ...(kind === 'crash' && { after: true }),
      })
      await lost(as(cloud, errands, 'o-reader')('accept', { errand: id, key }))
      met = (await cloud.faults()).length === 0
      await cloud.clearFaults()
      await as(cloud, errands, 'o-reader')('accept', { errand: id, key })
      const after = await errandDoc(cloud, id)
      expect(after).toMatchObject({ state: 'accepted', left: 0, news: {} })
      expect(after.people).toHaveLength(1)
      expect(await told(cloud, 'errandAccepted')).toHaveLength(1)
      for (const gone of ['errands', 'outbox'])
        await cloud.admin.collection(gone).where({ centre: 'dl' }).remove()
    }
    // The place, what the resident is told, that all is done.
    expect(skip).toBeGreaterThan(3)
  })
})

test('hours are proposed once though the instance dies behind any write of the confirmation', async () => {
  await grandmother(cloud)
  await volunteer(cloud, 'o-reader', '老陈', { skills: ['reading'] })
  const menu = await onMenu(cloud, letter())
  const proposed = async () =>
    (await as(cloud, volunteers, staffOf.jingStaff)('hoursToConfirm', {})).items.length
  const parts = ['morning', 'afternoon', 'evening'] as const
  const made: string[] = []
  for (const part of parts) {
    const { id } = await ordered(cloud, menu, { part })
    await as(cloud, errands, 'o-reader')('accept', { errand: id })
    made.push(id)
  }
  await cloud.clock('2026-11-25T20:00:00+08:00')
  for (const [n, id] of made.entries()) {
    await cloud.fault({
      action: 'write',
      procedure: 'errands.confirm',
      kind: 'crash',
      skip: n,
      after: true,
    })
    await lost(as(cloud, errands, 'o-li')('confirm', { errand: id, came: true, stars: 5 }))
    expect(await cloud.faults()).toEqual([])
    await runAt(cloud, `2026-11-25T20:${15 * (n + 1)}:00+08:00`)
    expect(await proposed()).toBe(n + 1)
    expect((await errandDoc(cloud, id)).state).toBe('confirmed')
  }
})
