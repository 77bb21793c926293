import type { FundLineDoc } from '@/cloudfunctions/projects/store'
import { residents } from '@/types/residents'
import { projects } from '@/types/projects'
import readExcel from 'read-excel-file/node'
import type { TestCloud } from '../support/cloud'
import {
  as,
  chunHome,
  codeOf,
  jingHome,
  newKey,
  places,
  resident,
  saturday,
  staffId,
  staffOf,
  startCentre,
} from '../support/people'
import { picture } from '../votes/paper'
import { votes } from '@/types/votes'
import { countDraft, neighbour, told } from '../votes/voting'
import { donation, funded, fundDoc, fundRule, projectDraft } from './building'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startCentre()
})
afterEach(() => cloud.stop())

const of = (openid: string) => as(cloud, projects, openid)
const staff = () => of(staffOf.jingStaff)
const day = 24 * 3_600_000
const begun = async () => (await staff()('save', { draft: projectDraft() })).id

describe('a project', () => {
  it('shows the people of its place every step, with pictures that passed the check', async () => {
    await neighbour(cloud, 'o-li', '李秀英', '301')
    await resident(cloud, 'o-feng', '冯敏', { home: chunHome() })
    const project = await begun()
    await staff()('saveMilestone', { project, name: '装灯', due: '2026-12-20' })
    const { milestones } = await staff()('saveMilestone', {
      ...{ project, name: '量尺寸', due: '2026-11-25' },
    })
    // By their days, whichever was written first.
    expect(milestones.map(({ name }) => name)).toEqual(['量尺寸', '装灯'])
    const [first] = milestones
    const before = [await picture(cloud, staffOf.jingStaff, 'projectPhoto')]
    const seen = await staff()('report', {
      ...{ project, milestone: first!.id, done: true, note: '三栋楼都量好了', before, after: [] },
    })
    expect(seen.milestones[0]).toMatchObject({ done: { note: '三栋楼都量好了' } })
    // WeChat has not looked at the picture yet: staff see it, residents do not.
    expect(seen.milestones[0]?.before).toMatchObject([{ state: 'waiting' }])
    expect((await of('o-li')('get', { project })).milestones[0]?.before).toEqual([])
    await cloud.clock(new Date(Date.parse(saturday) + 600_000).toISOString())
    const shown = await of('o-li')('get', { project })
    expect(shown).toMatchObject({
      title: '楼道换灯',
      ownerName: '钱社工',
      done: 1,
      of: 2,
      next: { name: '装灯', late: false },
    })
    expect(shown.milestones[0]?.before).toHaveLength(1)
    expect((await of('o-li')('list', {})).items.map(({ id }) => id)).toEqual([project])
    expect(await codeOf(of('o-feng')('get', { project }))).toBe('NotFound')
    expect((await of('o-feng')('list', {})).items).toEqual([])
  })

  it('is there for who looks after somebody of its place, and for its partner unit, with its statement', async () => {
    const project = await funded(cloud)
    const reads = async (openid: string) => [
      (await of(openid)('list', {})).items.map(({ id }) => id),
      await codeOf(of(openid)('get', { project })),
      await codeOf(of(openid)('statement', { project })),
    ]
    await resident(cloud, 'o-feng', '冯敏', { home: chunHome() })
    const { id: firm } = await resident(cloud, 'o-firm', '电器行', { home: chunHome('201') })
    expect(await reads('o-feng')).toEqual([[], 'NotFound', 'NotFound'])
    await as(
      cloud,
      residents,
      'o-feng',
    )('addDependant', { name: '冯妈妈', relation: 'parent', consent: 'spoken', home: jingHome() })
    await as(
      cloud,
      residents,
      staffOf.admin,
    )('grantRole', { person: firm, role: 'partner', node: places.jing })
    for (const openid of ['o-feng', 'o-firm'])
      expect(await reads(openid)).toEqual([[project], 'ok', 'ok'])
  })

  it('loses a step that is not needed, but none that was done', async () => {
    const project = await begun()
    await staff()('saveMilestone', { project, name: '量尺寸', due: '2026-11-25' })
    const { milestones } = await staff()('saveMilestone', {
      ...{ project, name: '装灯', due: '2026-12-20' },
    })
    const [first, second] = milestones
    await staff()('report', {
      ...{ project, milestone: first!.id, done: true, note: '', before: [], after: [] },
    })
    const remove = (milestone: string) => staff()('removeMilestone', { project, milestone })
    expect(await codeOf(remove(first!.id))).toBe('DoneAlready')
    expect((await remove(second!.id)).milestones.map(({ name }) => name)).toEqual(['量尺寸'])
  })

  it('is not begun while WeChat cannot look at its words', async () => {
    await cloud.fault({ action: 'wx.openApi', kind: 'error' })
    expect(await codeOf(begun())).toBe('CheckAway')
    expect((await staff()('listForStaff', {})).items).toEqual([])
    await cloud.clearFaults()
    await begun()
    expect((await staff()('listForStaff', {})).items).toHaveLength(1)
  })

  it('tells who answers for it once that a step is late, and staff find it', async () => {
    const project = await begun()
    await staff()('saveMilestone', { project, name: '量尺寸', due: '2026-11-22' })
    await cloud.timer('jobs')
    expect(await told(cloud, 'milestoneLate')).toEqual([])
    for (const days of [2, 3]) {
      await cloud.clock(new Date(Date.parse(saturday) + days * day).toISOString())
      await cloud.timer('jobs')
    }
    expect(await told(cloud, 'milestoneLate')).toEqual([staffId(staffOf.jingStaff)])
    const { items } = await staff()('listForStaff', { view: 'late' })
    expect(items.map(({ next }) => next)).toEqual([
      { name: '量尺寸', due: '2026-11-22', late: true },
    ])
    // Another day for it, which passes too, is told again.
    const [step] = (await staff()('getForStaff', { project })).milestones
    await staff()('saveMilestone', {
      ...{ project, milestone: step!.id, name: '量尺寸', due: '2026-11-25' },
    })
    expect((await staff()('listForStaff', { view: 'late' })).items).toEqual([])
    await cloud.clock(new Date(Date.parse(saturday) + 6 * day).toISOString())
    await cloud.timer('jobs')
    expect(await told(cloud, 'milestoneLate')).toHaveLength(2)
  })

  it('is answered for by staff who can open it: residents and who works elsewhere cannot', async () => {
    const li = await neighbour(cloud, 'o-li', '李秀英', '301')
    const save = (owner: string) => codeOf(staff()('save', { draft: projectDraft(owner) }))
    expect(await save(li)).toBe('OwnerCannotOpen')
    expect(await save(staffId(staffOf.chunStaff))).toBe('OwnerCannotOpen')
    // A grid worker does not reach what is of the whole community.
    expect(await save(staffId(staffOf.jingWorker))).toBe('OwnerCannotOpen')
    expect(await save(staffId(staffOf.centreStaff))).toBe('ok')
    const { people } = await staff()('colleagues', { node: places.jing })
    expect(people.map(({ name }) => name)).toContain('钱社工')
    expect(people.map(({ id }) => id)).not.toContain(staffId(staffOf.jingWorker))
  })

  it('tells the staff of the place that a step is late where nobody answers for it any more', async () => {
    const owner = staffId(staffOf.jingWorker)
    const node = places.jingGrid
    const { id: project } = await staff()('save', { draft: projectDraft(owner, { node }) })
    await staff()('saveMilestone', { project, name: '量尺寸', due: '2026-11-22' })
    await as(
      cloud,
      residents,
      staffOf.admin,
    )('revokeRole', {
      ...{ person: owner, role: 'gridWorker', node },
    })
    await cloud.clock(new Date(Date.parse(saturday) + 2 * day).toISOString())
    await cloud.timer('jobs')
    expect(await told(cloud, 'milestoneLate')).toEqual([staffId(staffOf.jingStaff)])
  })

  it('ends when every step is done, or is called off with a reason', async () => {
    const project = await begun()
    const { milestones } = await staff()('saveMilestone', {
      ...{ project, name: '量尺寸', due: '2026-11-25' },
    })
    expect(await codeOf(staff()('end', { project }))).toBe('StepsLeft')
    await staff()('report', {
      ...{ project, milestone: milestones[0]!.id, done: true, note: '', before: [], after: [] },
    })
    expect((await staff()('end', { project })).state).toBe('done')
    expect(
      await codeOf(staff()('saveMilestone', { project, name: '再来', due: '2026-12-25' })),
    ).toBe('NotGoingOn')
    const other = await begun()
    expect(await staff()('end', { project: other, because: '物业自己换了' })).toMatchObject({
      state: 'calledOff',
      because: '物业自己换了',
    })
    expect((await staff()('listForStaff', { view: 'over' })).items).toHaveLength(2)
  })

  it('loses no picture of a colleague who had the same step open', async () => {
    const project = await begun()
    const { milestones } = await staff()('saveMilestone', {
      ...{ project, name: '装灯', due: '2026-12-20' },
    })
    const milestone = milestones[0]!.id
    const seen = { done: false, note: '', before: [], after: [] }
    const photo = (openid: string) => picture(cloud, openid, 'projectPhoto')
    const colleague = await of(staffOf.centreStaff)('report', {
      ...{ project, milestone, done: true, note: '装好了', before: [], seen },
      after: [await photo(staffOf.centreStaff), await photo(staffOf.centreStaff)],
    })
    const mine = { project, milestone, done: false, note: '', after: [], seen }
    const both = await staff()('report', { ...mine, before: [await photo(staffOf.jingStaff)] })
    expect(both.milestones[0]).toMatchObject({ done: { note: '装好了' } })
    expect(both.milestones[0]?.before).toHaveLength(1)
    const after = colleague.milestones[0]!.after.map(({ id }) => id)
    expect(both.milestones[0]?.after.map(({ id }) => id)).toEqual(after)
    // Who saw a picture takes it away; more than a step holds are refused, not dropped.
    const fewer = await staff()('report', {
      ...{ ...mine, done: true, note: '装好了', before: [], after: after.slice(1) },
      seen: { done: true, note: '装好了', before: [], after },
    })
    expect(fewer.milestones[0]?.after.map(({ id }) => id)).toEqual(after.slice(1))
    const four = []
    while (four.length < 4) four.push(await photo(staffOf.jingStaff))
    expect(await codeOf(staff()('report', { ...mine, before: [], after: four }))).toBe(
      'TooManyPhotos',
    )
  })

  it('keeps an older form from writing over a newer one', async () => {
    const { id: project, rev } = await staff()('save', { draft: projectDraft() })
    const save = (title: string) =>
      staff()('save', { project, rev, draft: projectDraft(undefined, { title }) })
    await save('楼道换声控灯')
    expect(await codeOf(save('楼道换感应灯'))).toBe('ChangedMeanwhile')
    expect((await staff()('getForStaff', { project })).title).toBe('楼道换声控灯')
  })

  it('reads lists in two requests', async () => {
    await neighbour(cloud, 'o-li', '李秀英', '301')
    for (let n = 0; n < 3; n++) await begun()
    const requests = async (openid: string, procedure: 'list' | 'listForStaff') => {
      await cloud.resetMetrics()
      expect((await of(openid)(procedure, {})).items).toHaveLength(3)
      return (await cloud.metrics()).procedures[`projects.${procedure}`]?.requests
    }
    // The passport, and the list.
    expect(await requests('o-li', 'list')).toBe(2)
    expect(await requests(staffOf.jingStaff, 'listForStaff')).toBe(2)
  })
})

describe('its fund', () => {
  it('matches by the rule it began with, and states every fen of it', async () => {
    const li = await neighbour(cloud, 'o-li', '李秀英', '301')
    const project = await funded(cloud)
    const give = (more: object, fen: number) =>
      staff()('recordDonation', { ...donation(project, fen), ...more })
    expect(await give({ person: li, named: true }, 10_001)).toMatchObject({ matched: 5000 })
    await give({ name: '街角面包房', unit: true, named: true }, 30_000)
    await give({ name: '王芳', named: false }, 500)
    await give({ name: '赵强', named: true }, 200)
    const photo = await picture(cloud, staffOf.jingStaff, 'fundReceipt')
    await staff()('recordExpense', {
      ...{ project, what: '声控灯六盏', fen: 12_000, day: '2026-11-20', receiptNo: 'F-1', photo },
    })
    const { fund } = await of('o-li')('get', { project })
    expect(fund?.rule).toEqual(fundRule())
    expect(fund?.sums).toEqual({
      own: 40_701,
      matched: 15_350,
      spent: 12_000,
      balance: 44_051,
      left: 34_650,
    })
    const { items } = await of('o-li')('statement', { project })
    expect(items.map(({ title, own, matched, spent }) => [title, own, matched, spent])).toEqual([
      ['声控灯六盏', 0, 0, 12_000],
      ['赵*', 200, 100, 0],
      ['不具名', 500, 250, 0],
      ['街角面包房', 30_000, 10_000, 0],
      ['李**', 10_001, 5000, 0],
    ])
    // Staff see what is on record, and the receipt.
    const [paid, , quiet] = (await staff()('ledger', { project })).items
    expect(paid?.photo).toMatch(/^http/)
    expect(quiet).toMatchObject({ name: '王芳', named: false, mayReverse: true })
  })

  it('gives room back when an entry is taken back, for what comes after it', async () => {
    const project = await funded(cloud, { cap: 8000 })
    const give = async () => (await staff()('recordDonation', donation(project, 10_000))).matched
    expect([await give(), await give(), await give()]).toEqual([5000, 3000, 0])
    const { items } = await staff()('ledger', { project })
    const first = items.at(-1)!
    const key = newKey()
    const back = () => staff()('reverse', { project, line: first.id, because: '记重了', key })
    const { sums } = await back()
    expect(sums).toMatchObject({ own: 20_000, matched: 3000, left: 5000 })
    expect((await back()).sums).toEqual(sums)
    expect(await codeOf(staff()('reverse', { project, line: first.id, because: '再退' }))).toBe(
      'ReversedAlready',
    )
    expect(await give()).toBe(5000)
    const lines = (await staff()('ledger', { project })).items
    expect(lines.find(({ id }) => id === first.id)).toMatchObject({
      reversed: true,
      mayReverse: false,
    })
    const reversal = lines.find(({ kind }) => kind === 'reversal')!
    expect(await codeOf(staff()('reverse', { project, line: reversal.id, because: '再退' }))).toBe(
      'IsAReversal',
    )
    // What was spent cannot be taken back from under it.
    await staff()('recordExpense', {
      ...{ project, what: '灯', fen: 38_000, day: '2026-11-20', receiptNo: '1' },
    })
    expect(await codeOf(staff()('reverse', { project, line: lines[0]!.id, because: '记错' }))).toBe(
      'NotEnough',
    )
  })

  it('counts a tap once, a day later too', async () => {
    const project = await funded(cloud)
    const key = newKey()
    const give = () => staff()('recordDonation', { ...donation(project, 1000), key })
    await give()
    await cloud.clock(new Date(Date.parse(saturday) + 2 * day).toISOString())
    await staff()('recordDonation', donation(project, 500))
    await cloud.timer('jobs')
    expect(Object.keys((await fundDoc(cloud, project)).done)).toHaveLength(1)
    expect(await give()).toMatchObject({ own: 1000, sums: { own: 1500 } })
  })

  it('keeps its rule, and takes nothing of tomorrow', async () => {
    const project = await funded(cloud)
    expect(await codeOf(staff()('startFund', { project, rule: fundRule() }))).toBe('FundThere')
    expect(
      await codeOf(staff()('recordDonation', { ...donation(project, 1000), day: '2026-11-22' })),
    ).toBe('InFuture')
    expect(
      await codeOf(staff()('recordDonation', { ...donation(project, 1000), named: true })),
    ).toBe('WhoNeeded')
  })

  it('is mended and reported when its sums and its ledger differ', async () => {
    const project = await funded(cloud)
    await staff()('recordDonation', donation(project, 1000))
    await cloud.admin.collection('funds').where({ project }).update({ own: 7, left: 1 })
    await cloud.clock('2026-11-22T05:00:00+08:00')
    await cloud.timer('jobs')
    expect(await fundDoc(cloud, project)).toMatchObject({ own: 1000, matched: 500, left: 49_500 })
    expect(cloud.output()).toContain('"procedure":"reconcile"')
  })

  it('is exported as a table that comes to the same sums', async () => {
    const project = await funded(cloud)
    await staff()('recordDonation', {
      ...{ ...donation(project, 10_000), name: '王芳', named: true },
    })
    const { url } = await staff()('exportStatement', { project })
    const [sheet] = await readExcel(Buffer.from(await (await fetch(url)).arrayBuffer()))
    const text = JSON.stringify(sheet?.data)
    expect(text).toContain('只做记录，不收钱')
    expect(text).toContain('王*')
    expect(text).not.toContain('王芳')
    expect(text).toContain('"100.00","50.00"')
  })

  it('takes no gift of somebody of another community, of whom staff learn nothing', async () => {
    const { id: feng } = await resident(cloud, 'o-feng', '冯敏', { home: chunHome() })
    const project = await funded(cloud)
    const gift = { ...donation(project, 1000), person: feng, named: true }
    expect(await codeOf(staff()('recordDonation', gift))).toBe('NotFound')
    expect(await codeOf(of(staffOf.centreStaff)('recordDonation', gift))).toBe('ok')
  })

  it('forgets who gave, and keeps what was given', async () => {
    const li = await neighbour(cloud, 'o-li', '李秀英', '301')
    const project = await funded(cloud)
    await staff()('recordDonation', { ...donation(project, 1000), person: li, named: true })
    await as(cloud, residents, 'o-li')('deleteMyAccount', {})
    await cloud.clock(new Date(Date.parse(saturday) + 20 * day).toISOString())
    await cloud.timer('jobs')
    const { data } = (await cloud.admin.collection('fund_ledger').where({ project }).get()) as {
      data: FundLineDoc[]
    }
    expect(data).toMatchObject([{ own: 1000, name: null, named: false }])
  })
})

it('names only a vote of its own place as where it came from', async () => {
  const { id: vote } = await as(
    cloud,
    votes,
    staffOf.chunStaff,
  )('openCount', {
    draft: countDraft({ node: places.chun7 }),
  })
  expect(await codeOf(staff()('save', { draft: projectDraft(undefined, { vote }) }))).toBe(
    'NotFound',
  )
})
