import { residents } from '@/types/residents'
import type { TestCloud } from '../support/cloud'
import {
  as,
  chunHome,
  codeOf,
  jingHome,
  resident,
  staffId,
  staffOf,
  startCentre,
  verify,
} from '../support/people'

describe('residency', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startCentre()
  })
  afterAll(() => cloud.stop())

  const confirmation = (person: string, more: object = {}) => ({
    person,
    basis: 'tenancy' as const,
    document: 'lease' as const,
    birthDate: '1942-03-01',
    home: jingHome('901'),
    until: '2027-11-21',
    ...more,
  })
  const worker = () => as(cloud, residents, staffOf.jingWorker)
  const told = async (event: string, about: string) => {
    const { data } = await cloud.admin.collection('outbox').where({ event, about }).get()
    return data as { to: string; data: object }[]
  }

  it('is confirmed by the grid worker on site: the birth date on the document counts', async () => {
    const li = await resident(cloud, 'o-li', '李奶奶', { birthDate: '1950-01-01' })
    const seen = await worker()('verifyResidency', confirmation(li.id))
    expect(seen).toMatchObject({
      birthDate: '1942-03-01',
      homeName: '静安里社区 12号楼 2单元901室',
      verification: {
        until: '2027-11-21',
        on: '2026-11-21',
        basis: 'tenancy',
        by: '赵网格员',
        document: 'lease',
      },
    })
    const me = await as(cloud, residents, 'o-li')('me', {})
    expect(me.person).toMatchObject({ age: 84, verification: { until: '2027-11-21' } })
    expect(me.person?.verification).not.toHaveProperty('document')
    expect(await told('verified', li.id)).toMatchObject([
      { to: li.id, data: { until: '2027-11-21' } },
    ])
  })

  it('is refused for another grid, for oneself, and beyond five years', async () => {
    const zhu = await resident(cloud, 'o-zhu', '朱大爷')
    const chun = as(cloud, residents, staffOf.chunWorker)
    expect(await codeOf(chun('verifyResidency', confirmation(zhu.id)))).toBe('NotAllowed')
    expect(await codeOf(chun('verifyResidency', confirmation(zhu.id, { home: chunHome() })))).toBe(
      'ok',
    )
    const verifying = (more: object) =>
      codeOf(worker()('verifyResidency', confirmation(zhu.id, more)))
    expect(await verifying({ person: staffId(staffOf.jingWorker) })).toBe('NotYourself')
    expect(await verifying({ until: '2026-11-20' })).toBe('UntilInPast')
    expect(await verifying({ until: '2031-11-22' })).toBe('UntilTooFar')
    expect(await verifying({ birthDate: '2026-12-01' })).toBe('BirthDateInFuture')
    expect(await verifying({ home: { building: 'dl_none' } })).toBe('UnknownBuilding')
    expect(await verifying({ person: 'dl_pnobody' })).toBe('NotFound')
  })

  it('is taken back with a reason that the resident reads', async () => {
    const song = await resident(cloud, 'o-song', '宋叔')
    expect(
      await codeOf(worker()('revokeVerification', { person: song.id, reason: '搬走了' })),
    ).toBe('NotVerified')
    await worker()('verifyResidency', confirmation(song.id))
    const revoking = { key: 'revoke-key-of-song-1', person: song.id, reason: '搬走了' }
    const revoked = await worker()('revokeVerification', revoking)
    expect(revoked).toMatchObject({
      verification: null,
      revoked: { on: '2026-11-21', reason: '搬走了' },
    })
    expect(await worker()('revokeVerification', revoking)).toEqual(revoked)
    expect((await as(cloud, residents, 'o-song')('me', {})).person?.verification).toBeNull()
    expect(await told('verificationRevoked', song.id)).toMatchObject([
      { data: { reason: '搬走了' } },
    ])
    expect((await worker()('verifyResidency', confirmation(song.id))).revoked).toBeNull()
  })

  it('moves a child along with the parent whose door is confirmed', async () => {
    const father = await resident(cloud, 'o-jin', '金先生')
    const jin = as(cloud, residents, 'o-jin')
    const child = await jin('addDependant', {
      name: '金豆',
      relation: 'child',
      birthDate: '2020-02-02',
      consent: 'guardian',
    })
    await verify(cloud, father.id, '1985-01-01', jingHome('902'))
    expect((await worker()('getPerson', { person: child.id })).homeName).toBe(
      '静安里社区 12号楼 2单元902室',
    )
  })

  it('is told to end thirty days before, once, to the person and to whoever acts for them', async () => {
    const xu = as(cloud, residents, 'o-xu')
    const daughter = await resident(cloud, 'o-xu', '徐女士')
    const mother = await xu('addDependant', {
      name: '徐奶奶',
      relation: 'parent',
      home: jingHome('903'),
      consent: 'spoken',
    })
    await worker()('verifyResidency', confirmation(mother.id, { until: '2027-03-31' }))
    await cloud.clock('2027-02-28T09:30:00+08:00')
    await cloud.timer('jobs')
    expect(await told('verificationEnds', mother.id)).toEqual([])
    await cloud.clock('2027-03-01T09:30:00+08:00')
    await cloud.timer('jobs')
    await cloud.clock('2027-03-02T09:30:00+08:00')
    await cloud.timer('jobs')
    const rows = await told('verificationEnds', mother.id)
    expect(rows.map(({ to }) => to).sort()).toEqual([mother.id, daughter.id].sort())
    expect(rows[0]?.data).toEqual({ until: '2027-03-31' })
    // A new end is told anew.
    await worker()('verifyResidency', confirmation(mother.id, { until: '2027-04-15' }))
    await cloud.clock('2027-03-17T09:30:00+08:00')
    await cloud.timer('jobs')
    expect(await told('verificationEnds', mother.id)).toHaveLength(4)
  })
})
