import { mostDependants, residents } from '@/types/residents'
import type { TestCloud } from '../support/cloud'
import {
  as,
  chunHome,
  codeOf,
  jingHome,
  newKey,
  policy,
  resident,
  staffOf,
  startCentre,
} from '../support/people'

describe('a family', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startCentre()
  })
  afterAll(() => cloud.stop())

  const householdOf = async (person: string) => {
    const { data } = await cloud.admin.collection('people').doc(person).get()
    return (data as { facts: { household: string } }[])[0]?.facts.household
  }

  it('adds a child with the consent of the guardian, once however often it is tapped', async () => {
    await resident(cloud, 'o-min', '闵女士', { home: jingHome('601') })
    const min = as(cloud, residents, 'o-min')
    const child = { name: '闵小宝', relation: 'child', birthDate: '2019-06-01' } as const
    expect(await codeOf(min('addDependant', { ...child, consent: 'spoken' }))).toBe(
      'GuardianConsentNeeded',
    )
    expect(
      await codeOf(min('addDependant', { name: '宝', relation: 'child', consent: 'guardian' })),
    ).toBe('BirthDateNeeded')
    const key = newKey()
    const taps = await Promise.all(
      [1, 2, 3].map(() => min('addDependant', { key, ...child, consent: 'guardian' })),
    )
    expect(new Set(taps.map(({ id }) => id)).size).toBe(1)
    const { dependants } = await min('me', {})
    expect(dependants).toMatchObject([
      {
        name: '闵小宝',
        age: 7,
        relation: 'child',
        ownPhone: false,
        homeName: '静安里社区 12号楼 2单元601室',
      },
    ])
    const { items } = await min('consents', {})
    expect(items).toMatchObject([
      { purpose: 'guardian', about: '闵小宝', withdrawnAt: null },
      { purpose: 'privacyPolicy', version: policy },
    ])
  })

  it('counts one household, also when the door becomes known later', async () => {
    const mother = await resident(cloud, 'o-luo', '罗女士')
    const luo = as(cloud, residents, 'o-luo')
    const child = await luo('addDependant', {
      name: '罗小妹',
      relation: 'child',
      birthDate: '2018-01-01',
      consent: 'guardian',
    })
    const elder = await luo('addDependant', {
      name: '罗奶奶',
      relation: 'parent',
      home: chunHome(),
      consent: 'spoken',
    })
    expect(await householdOf(child.id)).toBe(await householdOf(mother.id))
    await luo('updateProfile', { home: jingHome('602') })
    expect(await householdOf(child.id)).toBe(await householdOf(mother.id))
    expect(await householdOf(elder.id)).not.toBe(await householdOf(mother.id))
    const father = await resident(cloud, 'o-luo-father', '罗先生', {
      home: { ...jingHome('602室'), unit: '2单元' },
    })
    expect(await householdOf(father.id)).toBe(await householdOf(mother.id))
  })

  it('has a relative change the record, until the person has a phone of their own', async () => {
    await resident(cloud, 'o-xu', '徐女士')
    const xu = as(cloud, residents, 'o-xu')
    const mother = await xu('addDependant', {
      name: '徐奶奶',
      relation: 'parent',
      consent: 'spoken',
    })
    expect(
      await xu('updateProfile', { forResident: mother.id, birthDate: '1942-02-02' }),
    ).toMatchObject({ age: 84 })
    const { card } = await xu('memberCode', { forResident: mother.id })
    await as(
      cloud,
      residents,
      'o-xu-mother',
    )('takeOverRecord', {
      card,
      name: '徐奶奶',
      birthDate: '1942-02-02',
      policy,
    })
    expect(await codeOf(xu('updateProfile', { forResident: mother.id, name: '徐老太' }))).toBe(
      'OwnPhone',
    )
    const { dependants } = await xu('me', {})
    expect(dependants).toMatchObject([{ id: mother.id, ownPhone: true }])
  })

  it('touches no child of another family', async () => {
    const min = as(cloud, residents, 'o-min')
    const child = (await min('me', {})).dependants[0]!
    const luo = as(cloud, residents, 'o-luo')
    expect(await codeOf(luo('updateProfile', { forResident: child.id, name: '别人' }))).toBe(
      'NotAllowed',
    )
    expect(await codeOf(luo('memberCode', { forResident: child.id }))).toBe('NotAllowed')
    await luo('removeDependant', { dependant: child.id })
    expect((await min('me', {})).dependants).toHaveLength(1)
  })

  it('gives up acting, with the consent it stood on', async () => {
    const min = as(cloud, residents, 'o-min')
    const child = (await min('me', {})).dependants[0]!
    await min('removeDependant', { dependant: child.id })
    await min('removeDependant', { dependant: child.id })
    expect((await min('me', {})).dependants).toEqual([])
    expect(await codeOf(min('memberCode', { forResident: child.id }))).toBe('NotAllowed')
    const guardian = (await min('consents', {})).items.find(({ purpose }) => purpose === 'guardian')
    expect(guardian?.withdrawnAt).toEqual(expect.any(Number))
  })

  it('is twelve at most, also when all are added at once', async () => {
    await resident(cloud, 'o-da', '大家长')
    const da = as(cloud, residents, 'o-da')
    const add = (i: number) =>
      codeOf(da('addDependant', { name: `家人${i}`, relation: 'other', consent: 'spoken' }))
    for (let i = 0; i < mostDependants - 2; i++) expect(await add(i)).toBe('ok')
    const codes = await Promise.all([100, 101, 102, 103, 104].map(add))
    expect(codes.filter((code) => code === 'ok')).toHaveLength(2)
    expect(codes.filter((code) => code === 'TooManyDependants')).toHaveLength(3)
    expect((await da('me', {})).dependants).toHaveLength(mostDependants)
    const { total } = await cloud.admin
      .collection('people')
      .where({ addedBy: (await da('me', {})).person?.id })
      .count()
    expect(total).toBe(mostDependants)
  })

  describe('and somebody with a phone', () => {
    it('asks by the code that was shown, and acts once it is allowed', async () => {
      const father = await resident(cloud, 'o-tian-father', '田大爷')
      const daughter = await resident(cloud, 'o-tian', '田女士')
      const tian = as(cloud, residents, 'o-tian')
      const old = as(cloud, residents, 'o-tian-father')
      const { card } = await old('memberCode', {})
      expect(await tian('askToAct', { card, relation: 'parent' })).toEqual({ name: '田**' })
      expect((await tian('me', {})).dependants).toEqual([])
      expect((await old('me', {})).askingToAct).toMatchObject([{ id: daughter.id, name: '田女士' }])

      const key = newKey()
      await old('answerActor', { key, actor: daughter.id, allow: true })
      await old('answerActor', { key, actor: daughter.id, allow: true })
      const asked = await old('me', {})
      expect(asked).toMatchObject({
        askingToAct: [],
        actingForMe: [{ id: daughter.id, name: '田女士', relation: 'parent' }],
      })
      expect((await tian('me', {})).dependants).toMatchObject([{ id: father.id, ownPhone: true }])
      expect(await codeOf(tian('askToAct', { card, relation: 'parent' }))).toBe('AlreadyActing')
      const { data } = await cloud.admin
        .collection('outbox')
        .where({ event: 'actingAllowed' })
        .get()
      expect(data).toMatchObject([{ to: daughter.id, data: { name: '田大爷' } }])

      await old('endActing', { actor: daughter.id })
      expect((await old('me', {})).actingForMe).toEqual([])
      expect((await tian('me', {})).dependants).toEqual([])
    })

    it('is told no, and nothing stays', async () => {
      const asker = await resident(cloud, 'o-qin', '秦先生')
      const old = as(cloud, residents, 'o-tian-father')
      const { card } = await old('memberCode', {})
      await as(cloud, residents, 'o-qin')('askToAct', { card, relation: 'other' })
      await old('answerActor', { actor: asker.id, allow: false })
      expect(await old('me', {})).toMatchObject({ askingToAct: [], actingForMe: [] })
      expect(await codeOf(old('answerActor', { actor: asker.id, allow: true }))).toBe('NotFound')
    })

    it('ends when the consent is taken back', async () => {
      const old = as(cloud, residents, 'o-tian-father')
      const { card } = await old('memberCode', {})
      await as(cloud, residents, 'o-tian')('askToAct', { card, relation: 'parent' })
      const [asking] = (await old('me', {})).askingToAct
      await old('answerActor', { actor: asking!.id, allow: true })
      const consent = (await old('consents', {})).items.find(
        ({ purpose, withdrawnAt }) => purpose === 'actFor' && withdrawnAt === null,
      )
      expect(consent?.about).toBe('田女士')
      await old('withdrawConsent', { consent: consent!.id })
      expect((await as(cloud, residents, 'o-tian')('me', {})).dependants).toEqual([])
    })

    it('knows a code that is nobody’s, and one’s own', async () => {
      const tian = as(cloud, residents, 'o-tian')
      const { card } = await tian('memberCode', {})
      expect(await codeOf(tian('askToAct', { card, relation: 'other' }))).toBe('ThatIsYou')
      expect(await codeOf(tian('askToAct', { card: 'dl_mnobody', relation: 'other' }))).toBe(
        'CardUnknown',
      )
    })
  })

  it('acts for a neighbourhood elder without a phone when staff saw the consent', async () => {
    const worker = as(cloud, residents, staffOf.jingWorker)
    const elder = await worker('registerPerson', { name: '耿奶奶', home: jingHome('701') })
    const son = await resident(cloud, 'o-geng', '耿先生')
    const { card } = await worker('issueCard', { person: elder.id })
    expect(
      await codeOf(as(cloud, residents, 'o-geng')('askToAct', { card, relation: 'parent' })),
    ).toBe('NoPhone')
    const allow = {
      person: elder.id,
      actor: son.id,
      relation: 'parent',
      consent: 'signedForm',
    } as const
    expect(await codeOf(as(cloud, residents, staffOf.chunWorker)('allowActor', allow))).toBe(
      'NotAllowed',
    )
    expect(await codeOf(worker('allowActor', { ...allow, actor: elder.id }))).toBe('SamePerson')
    await worker('allowActor', allow)
    expect((await as(cloud, residents, 'o-geng')('me', {})).dependants).toMatchObject([
      { name: '耿奶奶' },
    ])
  })
})
