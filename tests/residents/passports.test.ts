import { residents } from '@/types/residents'
import type { TestCloud } from '../support/cloud'
import { as, jingHome, resident, staffOf, startCentre, verify } from '../support/people'

interface Copy {
  _id: string
  rev: number
  person: { name: string; birthDate: string | null }
  dependants: Record<string, { name: string; birthDate: string | null }>
  copied: Record<string, number>
}

describe('a passport', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startCentre()
  })
  afterAll(() => cloud.stop())

  const passportOf = async (openid: string): Promise<Copy> => {
    const { data } = await cloud.admin.collection('passports').where({ openid }).get()
    return (data as Copy[])[0]!
  }

  it('carries every change of a person, in their own and in those of everybody who acts', async () => {
    const xu = as(cloud, residents, 'o-xu')
    await resident(cloud, 'o-xu', '徐女士')
    const mother = await xu('addDependant', {
      name: '徐奶奶',
      relation: 'parent',
      home: jingHome(),
      consent: 'spoken',
    })
    const before = await passportOf('o-xu')
    await verify(cloud, mother.id, '1942-03-01')
    await as(cloud, residents, staffOf.jingStaff)('setTag', { person: mother.id, tag: 'veteran' })
    const after = await passportOf('o-xu')
    expect(after.dependants[mother.id]).toMatchObject({
      birthDate: '1942-03-01',
      verifiedUntil: '2027-12-31',
      tags: { veteran: '2027-11-21' },
      relation: 'parent',
    })
    expect(after.rev).toBe(before.rev + 2)
  })

  it('ends with the last of many changes at once', async () => {
    const xu = as(cloud, residents, 'o-xu')
    const mother = (await xu('me', {})).dependants[0]!.id
    const names = ['徐一', '徐二', '徐三', '徐四']
    await Promise.all(names.map((name) => xu('updateProfile', { forResident: mother, name })))
    const { data } = await cloud.admin.collection('people').doc(mother).get()
    const [record] = data as { rev: number; facts: { name: string } }[]
    const copy = await passportOf('o-xu')
    expect(copy.dependants[mother]?.name).toBe(record?.facts.name)
    expect(copy.copied[mother]).toBe(record?.rev)
  })

  it('is not overwritten by a copy that comes late', async () => {
    const li = await resident(cloud, 'o-li', '李奶奶')
    const { _id, rev } = await passportOf('o-li')
    const newer = { 'person.name': '李奶奶（新）', [`copied.${li.id}`]: 1000, rev: rev + 1 }
    await cloud.admin.collection('passports').doc(_id).update(newer)
    await as(cloud, residents, 'o-li')('updateProfile', { name: '李奶奶（旧）' })
    expect((await passportOf('o-li')).person.name).toBe('李奶奶（新）')
  })

  it('is mended at night where the copy never came', async () => {
    const zhao = await resident(cloud, 'o-zhao', '赵叔', { birthDate: '1960-01-01' })
    const { _id } = await passportOf('o-zhao')
    const xu = await passportOf('o-xu')
    const [mother] = Object.keys(xu.dependants)
    await cloud.admin
      .collection('passports')
      .doc(_id)
      .update({ 'person.birthDate': '1999-09-09', [`copied.${zhao.id}`]: 0 })
    await cloud.admin
      .collection('passports')
      .doc(xu._id)
      .update({ [`dependants.${mother!}.name`]: '旧名字' })
    await cloud.clock('2026-11-22T02:03:00+08:00')
    await cloud.timer('jobs')
    expect((await passportOf('o-zhao')).person.birthDate).toBe('1960-01-01')
    expect((await passportOf('o-xu')).dependants[mother!]?.name).toBe(xu.dependants[mother!]?.name)
    // What was right is not touched.
    const before = await passportOf('o-zhao')
    await cloud.clock('2026-11-23T02:03:00+08:00')
    await cloud.timer('jobs')
    expect(await passportOf('o-zhao')).toEqual(before)
  })
})
