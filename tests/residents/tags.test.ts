import { residents } from '@/types/residents'
import type { TestCloud } from '../support/cloud'
import { as, codeOf, jingHome, resident, staffOf, startCentre } from '../support/people'

describe('tags', () => {
  let cloud: TestCloud
  let li: string
  beforeAll(async () => {
    cloud = await startCentre()
    li = (await resident(cloud, 'o-li', '李奶奶', { home: jingHome() })).id
  })
  afterAll(() => cloud.stop())

  const worker = () => as(cloud, residents, staffOf.jingWorker)
  const community = () => as(cloud, residents, staffOf.jingStaff)
  const tagsSeenBy = async (openid: string) =>
    (await as(cloud, residents, openid)('getPerson', { person: li })).tags.map(({ tag }) => tag)

  it('of a sensitive kind need consent and are seen by the grid worker and the centre alone', async () => {
    const poor = { person: li, tag: 'lowIncome' } as const
    expect(await codeOf(worker()('setTag', poor))).toBe('ConsentNeeded')
    expect(await codeOf(community()('setTag', { ...poor, consent: 'signedForm' }))).toBe(
      'NotAllowed',
    )
    await worker()('setTag', { ...poor, consent: 'signedForm' })
    await community()('setTag', { person: li, tag: 'veteran', until: '2027-01-01' })

    expect(await tagsSeenBy(staffOf.jingWorker)).toEqual(['lowIncome', 'veteran'])
    expect(await tagsSeenBy(staffOf.centreStaff)).toEqual(['lowIncome', 'veteran'])
    expect(await tagsSeenBy(staffOf.jingStaff)).toEqual(['veteran'])
    expect(await codeOf(community()('removeTag', poor))).toBe('NotAllowed')
    const mine = await as(cloud, residents, 'o-li')('me', {})
    expect(mine.person?.tags).toEqual([
      { tag: 'lowIncome', until: '2027-11-21' },
      { tag: 'veteran', until: '2027-01-01' },
    ])
  })

  it('go with the consent they stood on', async () => {
    const me = as(cloud, residents, 'o-li')
    const consent = (await me('consents', {})).items.find(
      ({ purpose }) => purpose === 'sensitiveTag',
    )
    expect(consent).toMatchObject({ about: 'lowIncome', version: 'signedForm' })
    const other = await resident(cloud, 'o-wu', '吴叔')
    expect(other.id).toBeTruthy()
    expect(
      await codeOf(as(cloud, residents, 'o-wu')('withdrawConsent', { consent: consent!.id })),
    ).toBe('NotFound')
    await me('withdrawConsent', { consent: consent!.id })
    expect(await tagsSeenBy(staffOf.jingWorker)).toEqual(['veteran'])
  })

  it('rest on a consent given on the phone as well', async () => {
    const me = as(cloud, residents, 'o-li')
    await me('giveConsent', { purpose: 'sensitiveTag', version: '2026-11' })
    await worker()('setTag', { person: li, tag: 'chronicIllness' })
    expect(await tagsSeenBy(staffOf.jingWorker)).toContain('chronicIllness')
    const given = (await me('consents', {})).items.find(
      ({ purpose, withdrawnAt }) => purpose === 'sensitiveTag' && withdrawnAt === null,
    )
    await me('withdrawConsent', { consent: given!.id })
    expect(await tagsSeenBy(staffOf.jingWorker)).not.toContain('chronicIllness')
    expect(await codeOf(worker()('setTag', { person: li, tag: 'chronicIllness' }))).toBe(
      'ConsentNeeded',
    )
  })

  it('are removed by staff, and last no longer than a year', async () => {
    await community()('setTag', { person: li, tag: 'courier' })
    await community()('removeTag', { person: li, tag: 'courier' })
    expect(await tagsSeenBy(staffOf.jingStaff)).toEqual(['veteran'])
    const until = (day: string) =>
      codeOf(community()('setTag', { person: li, tag: 'courier', until: day }))
    expect(await until('2027-11-22')).toBe('UntilTooFar')
    expect(await until('2026-11-20')).toBe('UntilInPast')
  })

  it('lapse with their day, in the record and in the passport', async () => {
    await cloud.clock('2027-01-01T23:00:00+08:00')
    expect(await tagsSeenBy(staffOf.jingStaff)).toEqual(['veteran'])
    await cloud.clock('2027-01-02T00:10:00+08:00')
    await cloud.timer('jobs')
    expect(await tagsSeenBy(staffOf.jingStaff)).toEqual([])
    const { data } = await cloud.admin.collection('passports').where({ openid: 'o-li' }).get()
    expect(data).toMatchObject([{ person: { tags: {} } }])
    const { data: record } = await cloud.admin.collection('people').doc(li).get()
    expect(record).toMatchObject([{ tagBasis: {}, tagsEnd: null }])
  })
})
