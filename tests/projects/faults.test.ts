import { projects } from '@/types/projects'
import type { FundLineDoc } from '@/cloudfunctions/projects/store'
import type { TestCloud } from '../support/cloud'
import { as, newKey, saturday, staffOf, startCentre } from '../support/people'
import { donation, funded, fundDoc } from './building'

// Replies are lost and instances die between any two writes of an entry: it is recorded once, and the sums are those of
// the ledger.

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCentre()
})
afterAll(() => cloud.stop())

const staff = () => as(cloud, projects, staffOf.jingStaff)
let quarters = 0

const lost = (call: Promise<unknown>) => call.catch(() => null)

describe.each(['lostReply', 'crash', 'busy'] as const)('when a write meets %s', (kind) => {
  it.each(['recordDonation', 'reverse'] as const)('%s happens once', async (procedure) => {
    let skip = 0
    for (let met = true; met; skip++) {
      const project = await funded(cloud)
      const key = newKey()
      const first = await staff()('recordDonation', donation(project, 20_000))
      expect(first).toMatchObject({ own: 20_000, matched: 10_000 })
      const [line] = (await staff()('ledger', { project })).items
      const act = () =>
        procedure === 'reverse'
          ? staff()('reverse', { project, line: line!.id, because: '记错了', key })
          : staff()('recordDonation', { ...donation(project, 20_000), key })
      await cloud.fault({
        action: 'write',
        procedure: `projects.${procedure}`,
        kind,
        skip,
        ...(kind === 'crash' && { after: true }),
      })
      await lost(act())
      met = (await cloud.faults()).length === 0
      await cloud.clearFaults()
      const { sums } = await act()
      await cloud.clock(new Date(Date.parse(saturday) + ++quarters * 900_000).toISOString())
      await cloud.timer('jobs')
      const own = procedure === 'reverse' ? 0 : 40_000
      expect(sums).toMatchObject({ own, matched: own / 2, balance: own * 1.5 })
      const fund = await fundDoc(cloud, project)
      expect(fund).toMatchObject({ own, matched: own / 2, left: 50_000 - own / 2, owes: false })
      expect(fund.open).toEqual({})
      const { data } = (await cloud.admin
        .collection('fund_ledger')
        .where({ project })
        .limit(100)
        .get()) as { data: FundLineDoc[] }
      expect(data).toHaveLength(2)
      expect(data.reduce((sum, entry) => sum + entry.own, 0)).toBe(own)
    }
    // The audit entry, the entry, its line, that it left the fund, that all is done, the audit entry again.
    expect(skip).toBeGreaterThan(5)
  })
})
