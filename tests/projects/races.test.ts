import type { FundLineDoc } from '@/cloudfunctions/projects/store'
import { projects } from '@/types/projects'
import type { Envelope } from '@/types/shared/envelope'
import type { TestCloud } from '../support/cloud'
import { meetingOn } from '../support/meeting'
import { as, codeOf, newKey, staffOf, startCentre } from '../support/people'
import { donation, funded, fundDoc } from './building'

// Forty donations at once, of which the cap matches nine in whole and one in part. The product holds to the cap; the same
// product without the guards of its writes matches what is not there.

let cloud: TestCloud
const staff = () => as(cloud, projects, staffOf.jingStaff)
const meeting = meetingOn(() => cloud)

/** Taps until it is answered, as a phone does. */
const record = async (project: string, fen: number): Promise<number> => {
  const key = newKey()
  for (let round = 0; round < 60; round++) {
    const envelope = await cloud.call<Envelope<{ matched: number }>>(
      staffOf.jingStaff,
      'projects',
      {
        procedure: 'recordDonation',
        centre: 'dl',
        input: { key, ...donation(project, fen) },
      },
    )
    if (envelope.ok) return envelope.value.matched
    expect(envelope.error.code).toBe('TryAgain')
  }
  throw new Error('a donation was never answered')
}

const ledger = async (project: string): Promise<FundLineDoc[]> =>
  (
    (await cloud.admin.collection('fund_ledger').where({ project }).limit(1000).get()) as {
      data: FundLineDoc[]
    }
  ).data

const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0)

it('forty donations at once are matched up to the cap, to the fen', async () => {
  cloud = await startCentre()
  const project = await funded(cloud, { cap: 9 * 5000 + 1234 })
  const matched = await Promise.all(Array.from({ length: 40 }, () => record(project, 10_000)))
  expect(sum(matched)).toBe(9 * 5000 + 1234)
  const fund = await fundDoc(cloud, project)
  expect(fund).toMatchObject({ own: 400_000, matched: 46_234, left: 0, balance: 446_234 })
  await cloud.timer('jobs')
  const lines = await ledger(project)
  expect(lines).toHaveLength(40)
  expect(sum(lines.map((line) => line.matched))).toBe(46_234)
  await cloud.stop()
})

describe.each([
  ['two at once', {}, 'sound'],
  ['two at once without the guards', { functions: 'unguarded' }, 'damage'],
] as const)('%s', (_, options, outcome) => {
  beforeAll(async () => {
    cloud = await startCentre(options)
  })
  afterAll(() => cloud.stop())
  const held = (procedure: string) => ({ collection: 'funds', procedure: `projects.${procedure}` })

  it('give when the rest matches one of them', async () => {
    const project = await funded(cloud, { cap: 5000 })
    await meeting(
      held('recordDonation'),
      () => record(project, 10_000),
      () => record(project, 10_000),
    )
    const { matched, left } = await fundDoc(cloud, project)
    expect({ matched, left }).toEqual(
      outcome === 'sound' ? { matched: 5000, left: 0 } : { matched: 10_000, left: -5000 },
    )
  })

  it('spend what is there once', async () => {
    const project = await funded(cloud)
    await staff()('recordDonation', donation(project, 10_000))
    const spend = () =>
      codeOf(
        staff()('recordExpense', {
          ...{ project, what: '灯', fen: 15_000, day: '2026-11-20', receiptNo: '1' },
        }),
      )
    const codes = await meeting(held('recordExpense'), spend, spend)
    const { balance } = await fundDoc(cloud, project)
    expect({ codes, balance }).toEqual(
      outcome === 'sound'
        ? { codes: ['NotEnough', 'ok'], balance: 0 }
        : { codes: ['ok', 'ok'], balance: -15_000 },
    )
  })

  it('take one entry back', async () => {
    const project = await funded(cloud)
    await staff()('recordDonation', donation(project, 10_000))
    await staff()('recordDonation', donation(project, 10_000))
    const [line] = (await staff()('ledger', { project })).items
    const back = () => codeOf(staff()('reverse', { project, line: line!.id, because: '记错了' }))
    await meeting(held('reverse'), back, back)
    const { own } = await fundDoc(cloud, project)
    expect(own).toBe(outcome === 'sound' ? 10_000 : 0)
  })
})
