import { dayMs } from '@/types/shared/day'
import type { TestCloud } from '../support/cloud'
import { newKey, saturday, staffOf, startCentre } from '../support/people'
import { caseDoc, lamp, li, of, owners, reported, road, told } from './speaking'

// Every write to the cases is lost, or the function dies after it: what staff and the program do happens once.

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startCentre()
  await owners(cloud)
  await li(cloud)
  await li(cloud, 'o-wang', '王大爷', '302')
})
afterEach(() => cloud.stop())

let at = Date.parse(saturday)
const passing = (ms: number) => cloud.clock(new Date((at += ms)).toISOString())
const worker = () => of(cloud, staffOf.jingWorker)
const kindsOf = async (id: string) => (await caseDoc(cloud, id)).steps.map(({ kind }) => kind)

describe.each(['lostReply', 'crash'] as const)('when a write meets %s', (kind) => {
  beforeEach(() => {
    at = Date.parse(saturday)
  })

  /** Does it again with each write failing once, then as somebody would who got no answer; true while one failed. */
  const failing = async (skip: number, act: () => Promise<unknown>) => {
    await cloud.fault({
      ...{ action: 'write', collection: 'cases', kind, skip },
      ...(kind === 'crash' && { after: true }),
    })
    await act().catch(() => null)
    const met = (await cloud.faults()).length === 0
    await cloud.clearFaults()
    await act()
    return met
  }
  const finished = async () => {
    await passing(15 * 60_000)
    await cloud.timer('jobs')
  }

  test('a case is merged once, and who sent it joins once', async () => {
    let skip = 0
    for (let met = true; met; skip++) {
      const into = await reported(cloud, 'o-li')
      const id = await reported(cloud, 'o-wang')
      const { rev } = await worker()('caseForStaff', { case: id })
      const tap = { key: newKey(), case: id, rev, into }
      met = await failing(skip, () => worker()('merge', tap))
      await finished()
      expect(await kindsOf(id)).toEqual(['received', 'merged'])
      expect(await kindsOf(into)).toEqual(['received', 'joined'])
      expect(await caseDoc(cloud, into)).toMatchObject({ joined: 1, news: {} })
      expect(await caseDoc(cloud, id)).toMatchObject({ carries: null, news: {} })
      await passing(dayMs / 2)
    }
    expect(skip).toBeGreaterThan(3)
  })

  test('a case is split once, into each part once', async () => {
    let skip = 0
    for (let met = true; met; skip++) {
      const id = await reported(cloud, 'o-li')
      const { rev } = await worker()('caseForStaff', { case: id })
      const parts = [lamp, road].map((category) => ({ category, words: '一件' }))
      const tap = { key: newKey(), case: id, rev, parts }
      met = await failing(skip, () => worker()('split', tap))
      await finished()
      expect(await kindsOf(id)).toEqual(['received', 'split'])
      const made = (await cloud.admin.collection('cases').where({ partOf: id }).get()) as {
        data: { _id: string; state: string }[]
      }
      expect(made.data).toMatchObject([{ state: 'open' }, { state: 'open' }])
      for (const part of made.data) expect(await kindsOf(part._id)).toEqual(['received'])
      await passing(dayMs / 2)
    }
    expect(skip).toBeGreaterThan(4)
  })

  test('a case rises once, and who has it then hears of it once', async () => {
    let skip = 0
    for (let met = true; met; skip++) {
      const id = await reported(cloud, 'o-li')
      await passing(5 * dayMs)
      met = await failing(skip, () => of(cloud, 'o-li')('show', { case: id }))
      await finished()
      expect(await kindsOf(id)).toEqual(['received', 'rose'])
      expect((await told(cloud, 'caseRose')).filter(({ thing }) => thing === id)).toHaveLength(1)
    }
    expect(skip).toBeGreaterThan(1)
  })
})
