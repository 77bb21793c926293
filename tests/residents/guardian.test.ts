import { residents } from '@/types/residents'
import { instantOf } from '@/types/shared/day'
import type { TestCloud } from '../support/cloud'
import {
  as,
  codeOf,
  jingHome,
  places,
  resident,
  seedMembers,
  staffOf,
  startCentre,
  verify,
} from '../support/people'

describe('a guardian acts for a child until the child is 14', () => {
  let cloud: TestCloud
  let child: string
  let guardian: string
  const mother = () => as(cloud, residents, 'o-mother')

  beforeAll(async () => {
    cloud = await startCentre()
    guardian = (await resident(cloud, 'o-mother', '毛女士', { home: jingHome('501') })).id
    const added = await mother()('addDependant', {
      name: '毛毛',
      relation: 'child',
      birthDate: '2012-12-31',
      consent: 'guardian',
    })
    child = added.id
    await mother()('addDependant', { name: '毛奶奶', relation: 'parent', consent: 'spoken' })
    expect(added.guardedUntil).toBe('2026-12-31')
  })
  afterAll(() => cloud.stop())

  const passTo = async (now: string) => {
    await cloud.clock(now)
    await cloud.timer('jobs')
  }
  const told = async (event: string) => {
    const { data } = await cloud.admin.collection('outbox').where({ event }).get()
    return data as { to: string; thing: string; data: { name: string; until: string } }[]
  }
  const shows = () => codeOf(mother()('memberCode', { forResident: child }))

  it('says on the consent until when it holds', async () => {
    const { items } = await mother()('consents', {})
    expect(items.find(({ purpose }) => purpose === 'guardian')).toMatchObject({
      about: '毛毛',
      until: instantOf('2026-12-31'),
    })
    expect(items.find(({ purpose }) => purpose === 'actFor') ?? null).toBeNull()
  })

  it('does not let a relative take away the birth date it hangs on', async () => {
    const change = { forResident: child, birthDate: null }
    expect(await codeOf(mother()('updateProfile', change))).toBe('BirthDateNeeded')
  })

  it('is told thirty days before, once', async () => {
    await passTo('2026-11-30T09:30:00+08:00')
    expect(await told('guardianEnds')).toEqual([])
    await passTo('2026-12-01T09:30:00+08:00')
    await passTo('2026-12-02T09:30:00+08:00')
    expect(await told('guardianEnds')).toMatchObject([
      { to: guardian, thing: child, data: { name: '毛毛', until: '2026-12-31' } },
    ])
    expect(await told('guardianEnded')).toEqual([])
  })

  it('may do everything on the last evening and nothing from midnight on, before any job ran', async () => {
    await cloud.clock('2026-12-30T23:59:00+08:00')
    expect(await shows()).toBe('ok')
    expect(await mother()('me', {})).toMatchObject({
      dependants: [{ name: '毛毛', guardedUntil: '2026-12-31' }, { name: '毛奶奶' }],
      outgrown: [],
    })
    await cloud.clock('2026-12-31T00:00:00+08:00')
    expect(await shows()).toBe('NotAllowed')
    expect(await codeOf(mother()('updateProfile', { forResident: child, name: '别名' }))).toBe(
      'NotAllowed',
    )
    const { dependants, outgrown } = await mother()('me', {})
    expect(dependants).toMatchObject([{ name: '毛奶奶', guardedUntil: null }])
    expect(outgrown).toEqual([{ id: child, name: '毛毛', relation: 'child', since: '2026-12-31' }])
  })

  it('is told on the day, once; the nightly check of passports changes nothing of it', async () => {
    await passTo('2026-12-31T09:30:00+08:00')
    await passTo('2027-01-01T09:30:00+08:00')
    expect(await told('guardianEnded')).toMatchObject([{ to: guardian, thing: child }])
    expect(await told('guardianEnds')).toHaveLength(1)
    expect(await shows()).toBe('NotAllowed')
  })

  it('no longer hears what the young person is told: somebody calls them', async () => {
    await verify(cloud, child, '2012-12-31', jingHome('501'))
    await passTo('2027-01-01T09:40:00+08:00')
    const { data } = await cloud.admin.collection('outbox').where({ about: child }).get()
    expect(data).toMatchObject([{ event: 'verified', to: child, channel: 'call' }])
  })

  it('acts again once the young person, without a phone, agreed before staff', async () => {
    const staff = as(cloud, residents, staffOf.jingWorker)
    const allowed = {
      person: child,
      actor: guardian,
      relation: 'child',
      consent: 'spoken',
    } as const
    await staff('allowActor', allowed)
    expect(await shows()).toBe('ok')
    expect(await mother()('me', {})).toMatchObject({
      dependants: [{ name: '毛毛', guardedUntil: null }, { name: '毛奶奶' }],
      outgrown: [],
    })
  })

  it('gives the first of March to a child born on 29 February', async () => {
    await resident(cloud, 'o-leap', '冷先生')
    const father = as(cloud, residents, 'o-leap')
    const { id, guardedUntil } = await father('addDependant', {
      name: '冷冷',
      relation: 'child',
      birthDate: '2016-02-29',
      consent: 'guardian',
    })
    expect(guardedUntil).toBe('2030-03-01')
    await cloud.clock('2030-02-28T23:59:00+08:00')
    expect(await codeOf(father('memberCode', { forResident: id }))).toBe('ok')
    await passTo('2030-03-01T09:30:00+08:00')
    expect(await codeOf(father('memberCode', { forResident: id }))).toBe('NotAllowed')
    expect((await told('guardianEnded')).map(({ thing }) => thing)).toContain(id)
    // What is over is left behind with a tap.
    await father('removeDependant', { dependant: id })
    expect(await father('me', {})).toMatchObject({ dependants: [], outgrown: [] })
  })

  it('does not confirm the own child as staff, not even after the birthday', async () => {
    await seedMembers(cloud, [
      { openid: 'o-parent', name: '包网格员', role: 'gridWorker', node: places.jingGrid },
    ])
    const worker = as(cloud, residents, 'o-parent')
    const own = await worker('addDependant', {
      name: '包包',
      relation: 'child',
      birthDate: '2016-06-01',
      home: jingHome('502'),
      consent: 'guardian',
    })
    await cloud.clock('2030-06-02T09:30:00+08:00')
    const seen = {
      person: own.id,
      basis: 'household',
      document: 'householdBook',
      birthDate: '2016-06-01',
      home: jingHome('502'),
      until: '2031-06-01',
    } as const
    expect(await codeOf(worker('verifyResidency', seen))).toBe('NotYourself')
  })
})
