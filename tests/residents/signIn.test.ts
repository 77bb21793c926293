import { residents } from '@/types/residents'
import { as, codeOf, policy, startCentre, newKey } from '../support/people'
import type { TestCloud } from '../support/cloud'

describe('signing in', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startCentre()
  })
  afterAll(() => cloud.stop())

  it('shows nobody before, and asks only for a name', async () => {
    const li = as(cloud, residents, 'o-li')
    expect(await li('me', {})).toMatchObject({ person: null, dependants: [], roles: [] })
    const me = await li('signIn', { name: '李奶奶', policy })
    expect(me.person).toMatchObject({ name: '李奶奶', phone: null, birthDate: null, home: null })
    expect(await li('me', {})).toEqual(me)
  })

  it('makes one person of a double tap', async () => {
    const wang = as(cloud, residents, 'o-wang')
    const key = newKey()
    const taps = await Promise.all(
      Array.from({ length: 5 }, () => wang('signIn', { key, name: '王先生', policy })),
    )
    expect(new Set(taps.map(({ person }) => person?.id)).size).toBe(1)
    const { total } = await cloud.admin
      .collection('people')
      .where({ 'facts.name': '王先生' })
      .count()
    expect(total).toBe(1)
    const { data } = await cloud.admin
      .collection('consents')
      .where({ person: taps[0]?.person?.id })
      .get()
    expect(data).toMatchObject([{ purpose: 'privacyPolicy', version: policy, withdrawnAt: null }])
  })

  it('knows no centre that is not there', async () => {
    expect(
      await codeOf(as(cloud, residents, 'o-li', 'xx')('signIn', { name: '李奶奶', policy })),
    ).toBe('UnknownCentre')
  })

  it('takes nobody without an OPENID', async () => {
    expect(await codeOf(as(cloud, residents, null)('me', {}))).toBe('NotSignedIn')
  })
})
