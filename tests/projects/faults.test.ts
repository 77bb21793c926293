import { projects } from '@/types/projects'
import type { FundLineDoc } from '@/cloudfunctions/projects/store'
import type { TestCloud } from '../support/cloud'
import { as, newKey, saturday, staffOf, startCentre } from '../support/people'
import { picture } from '../votes/paper'
import { donation, funded, fundDoc, fundRule, projectDraft } from './building'

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

it.each(['startFund', 'report'] as const)(
  'what %s began the timer carries through when the phone never comes back',
  async (procedure) => {
    let skip = 0
    let begun = 0
    for (let met = true; met; skip++) {
      const { id: project } = await staff()('save', { draft: projectDraft() })
      const { milestones } = await staff()('saveMilestone', {
        ...{ project, name: '装灯', due: '2027-12-20' },
      })
      const milestone = milestones[0]!.id
      const before = [await picture(cloud, staffOf.jingStaff, 'projectPhoto')]
      await cloud.fault({
        ...{
          action: 'write',
          procedure: `projects.${procedure}`,
          kind: 'crash',
          skip,
          after: true,
        },
      })
      await lost(
        procedure === 'startFund'
          ? staff()('startFund', { project, rule: fundRule() })
          : staff()('report', { project, milestone, done: true, note: '', before, after: [] }),
      )
      met = (await cloud.faults()).length === 0
      await cloud.clearFaults()
      await cloud.clock(new Date(Date.parse(saturday) + ++quarters * 900_000).toISOString())
      await cloud.timer('jobs')
      const { hasFund, milestones: now } = await staff()('getForStaff', { project })
      const fund = (await fundDoc(cloud, project)) as object | undefined
      expect(hasFund).toBe(fund !== undefined)
      const photos = now[0]?.before ?? []
      const { data: checks } = await cloud.admin
        .collection('media_checks')
        .where({ record: project })
        .limit(10)
        .get()
      expect(checks).toHaveLength(photos.length)
      begun += procedure === 'startFund' ? Number(hasFund) : photos.length
    }
    // Cut off after each write, and once not at all: all but the first ones had begun something.
    expect(begun).toBeGreaterThan(2)
  },
)
