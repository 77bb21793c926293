import { residents } from '@/types/residents'
import type { TestCloud } from '../support/cloud'
import {
  as,
  chunHome,
  codeOf,
  jingHome,
  newKey,
  places,
  resident,
  staffOf,
  startCentre,
  verify,
} from '../support/people'

describe('one person, one record', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startCentre()
  })
  afterAll(() => cloud.stop())

  const community = () => as(cloud, residents, staffOf.jingStaff)
  const worker = () => as(cloud, residents, staffOf.jingWorker)

  it('puts likely doubles before staff, unseen by whoever entered them', async () => {
    const paper = await worker()('registerPerson', {
      name: '李奶奶',
      birthDate: '1942-03-01',
      home: jingHome(),
    })
    const own = await resident(cloud, 'o-li', '李奶奶', { birthDate: '1942-03-01' })
    await resident(cloud, 'o-li-son', '李大海', { home: jingHome() })
    const { items } = await community()('listDoubles', {})
    expect(items).toMatchObject([{ why: 'birthDate' }])
    expect([items[0]?.a.id, items[0]?.b.id].sort()).toEqual([paper.id, own.id].sort())
    expect((await as(cloud, residents, staffOf.chunStaff)('listDoubles', {})).items).toEqual([])
  })

  it('is judged once: what is dismissed does not come back', async () => {
    const one = await worker()('registerPerson', { name: '同名', home: jingHome('111') })
    const other = await worker()('registerPerson', { name: '同名', home: jingHome('111室') })
    const double = (await community()('listDoubles', {})).items.find(({ why }) => why === 'home')
    expect([double?.a.id, double?.b.id].sort()).toEqual([one.id, other.id].sort())
    expect(
      await codeOf(
        as(cloud, residents, staffOf.chunStaff)('dismissDouble', { double: double!.id }),
      ),
    ).toBe('NotAllowed')
    await community()('dismissDouble', { double: double!.id })
    await as(
      cloud,
      residents,
      staffOf.jingWorker,
    )('updateProfile', { forResident: one.id, phone: '13800000000' })
    expect((await community()('listDoubles', {})).items.map(({ why }) => why)).toEqual([
      'birthDate',
    ])
  })

  it('becomes one: the phone, the card, the verification, the family and the roles of both', async () => {
    const [double] = (await community()('listDoubles', {})).items
    const own = (await as(cloud, residents, 'o-li')('me', {})).person!.id
    const paper = [double!.a.id, double!.b.id].find((id) => id !== own)!
    await verify(cloud, paper, '1942-03-01')
    const { card } = await worker()('issueCard', { person: paper })
    await community()('setTag', { person: paper, tag: 'veteran' })
    const li = as(cloud, residents, 'o-li')
    const child = await li('addDependant', {
      name: '孙子',
      relation: 'grandchild',
      birthDate: '2020-01-01',
      consent: 'guardian',
    })
    const daughter = await resident(cloud, 'o-li-daughter', '李女儿')
    await as(
      cloud,
      residents,
      staffOf.centreStaff,
    )('allowActor', {
      person: own,
      actor: daughter.id,
      relation: 'parent',
      consent: 'spoken',
    })
    await as(
      cloud,
      residents,
      staffOf.admin,
    )('grantRole', { person: own, role: 'microgridLead', node: places.jing12 })

    const key = newKey()
    const one = await community()('mergePeople', { key, keep: paper, merge: own })
    expect(one).toMatchObject({ id: paper, hasPhone: true, verification: { until: '2027-12-31' } })
    expect(await community()('mergePeople', { key, keep: paper, merge: own })).toEqual(one)

    const me = await li('me', {})
    expect(me).toMatchObject({
      person: { id: paper, verification: { until: '2027-12-31' }, tags: [{ tag: 'veteran' }] },
      dependants: [{ id: child.id, name: '孙子' }],
      roles: [{ role: 'microgridLead' }],
      actingForMe: [{ id: daughter.id }],
    })
    expect((await as(cloud, residents, 'o-li-daughter')('me', {})).dependants).toMatchObject([
      { id: paper },
    ])
    expect(await worker()('personByCard', { card })).toMatchObject({ id: paper })
    expect((await worker()('getPerson', { person: own })).id).toBe(paper)
    expect((await worker()('findPeople', { text: '李奶奶' })).items.map(({ id }) => id)).toEqual([
      paper,
    ])
    expect((await li('consents', {})).items.map(({ purpose }) => purpose).sort()).toEqual([
      'actFor',
      'guardian',
      'privacyPolicy',
    ])
    expect((await community()('listDoubles', {})).items).toEqual([])
    const { data } = await cloud.admin.collection('passports').where({ openid: 'o-li' }).get()
    expect(data).toMatchObject([{ person: { id: paper, former: [own] } }])

    // What changes later reaches everybody again, and at night there is nothing to mend.
    await worker()('updateProfile', { forResident: paper, name: '李老太' })
    expect((await as(cloud, residents, 'o-li-daughter')('me', {})).dependants).toMatchObject([
      { name: '李老太' },
    ])
    const before = (await cloud.admin.collection('passports').orderBy('_id', 'asc').get()).data
    await cloud.clock('2026-11-22T02:03:00+08:00')
    await cloud.timer('jobs')
    expect((await cloud.admin.collection('passports').orderBy('_id', 'asc').get()).data).toEqual(
      before,
    )
  })

  it('is refused for one and the same, for two phones, and across communities', async () => {
    const [a, b] = await Promise.all([
      resident(cloud, 'o-a', '甲', { home: jingHome('121') }),
      resident(cloud, 'o-b', '乙', { home: jingHome('122') }),
    ])
    const far = await resident(cloud, 'o-far', '丙', { home: chunHome() })
    const merging = (keep: string, merge: string) =>
      codeOf(community()('mergePeople', { keep, merge }))
    expect(await merging(a.id, a.id)).toBe('SamePerson')
    expect(await merging(a.id, b.id)).toBe('BothHavePhones')
    expect(await merging(a.id, far.id)).toBe('NotAllowed')
    expect(await merging(a.id, 'dl_pnobody')).toBe('NotFound')
  })
})
