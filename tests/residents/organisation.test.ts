import { residents } from '@/types/residents'
import { instantOf } from '@/types/shared/day'
import type { StaffRole } from '@/types/shared/roles'
import type { TestCloud } from '../support/cloud'
import {
  as,
  codeOf,
  jingHome,
  newKey,
  places,
  resident,
  staffId,
  staffOf,
  startCentre,
} from '../support/people'

describe('the organisation', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startCentre()
  })
  afterAll(() => cloud.stop())

  const admin = () => as(cloud, residents, staffOf.admin)
  const rolesOf = async (openid: string) =>
    (await as(cloud, residents, openid)('me', {})).roles.map(({ role, node }) => `${role}@${node}`)

  it('grows a grid and a building, each in its level, once for a tap', async () => {
    const key = newKey()
    const grid = { key, kind: 'grid', parent: places.chun, name: '第二网格' } as const
    const [one, again] = await Promise.all([admin()('saveNode', grid), admin()('saveNode', grid)])
    expect(one).toMatchObject({ id: again.id, kind: 'grid', parent: places.chun, owner: null })
    const building = await admin()('saveNode', { kind: 'building', parent: one.id, name: '9号楼' })
    expect(
      await codeOf(admin()('saveNode', { kind: 'building', parent: places.chun, name: '10号楼' })),
    ).toBe('WrongLevel')
    expect(
      await codeOf(admin()('saveNode', { kind: 'centre', parent: one.id, name: '又一个' })),
    ).toBe('WrongLevel')
    const who = await resident(cloud, 'o-new-home', '新居民', { home: { building: building.id } })
    expect(who.homeName).toBe('春柳社区 9号楼')
    const below = await as(cloud, residents, staffOf.chunStaff)('listNodes', {})
    expect(below.items.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['春柳社区', '第二网格', '9号楼']),
    )
    expect(below.items.map(({ name }) => name)).not.toContain('静安里社区')
    expect(
      await codeOf(as(cloud, residents, staffOf.chunStaff)('listNodes', { under: places.jing })),
    ).toBe('NotAllowed')
  })

  it('brings people along when a building gets another name or another grid', async () => {
    const person = await resident(cloud, 'o-mover', '莫女士', {
      home: { building: places.jing30, room: '101' },
    })
    await admin()('saveNode', {
      node: places.jing30,
      kind: 'building',
      parent: places.jingGrid,
      name: '30号楼（新）',
    })
    await cloud.timer('jobs')
    const worker = as(cloud, residents, staffOf.jingWorker)
    expect(await worker('getPerson', { person: person.id })).toMatchObject({
      homeName: '静安里社区 30号楼（新） 101室',
    })
    const { data } = await cloud.admin.collection('passports').where({ openid: 'o-mover' }).get()
    expect(data).toMatchObject([
      { person: { path: [places.centre, places.jing, places.jingGrid, places.jing30] } },
    ])
    await admin()('saveNode', {
      node: places.jing,
      kind: 'community',
      parent: places.centre,
      name: '静安社区',
    })
    await cloud.clock('2026-11-21T08:20:00+08:00')
    await cloud.timer('jobs')
    expect((await worker('getPerson', { person: person.id })).homeName).toBe(
      '静安社区 30号楼（新） 101室',
    )
  })

  it('takes a moved node from an owner who has no role in its new place', async () => {
    const owner = await resident(cloud, 'o-moved', '莫网格员')
    const node = { kind: 'building', parent: places.jingGrid2, name: '31号楼' } as const
    const { id } = await admin()('saveNode', node)
    await admin()('grantRole', { person: owner.id, role: 'gridWorker', node: places.jingGrid2 })
    await admin()('setOwner', { node: id, owner: owner.id, deputy: null })
    // A new name moves nothing.
    expect(await admin()('saveNode', { ...node, node: id, name: '31号楼甲' })).toMatchObject({
      owner: { name: '莫网格员' },
    })
    const moved = { ...node, node: id, parent: places.chunGrid }
    expect(await admin()('saveNode', moved)).toMatchObject({ parent: places.chunGrid, owner: null })
    expect(await codeOf(admin()('saveNode', { ...node, node: id, parent: places.jing }))).toBe(
      'WrongLevel',
    )
    expect(
      await codeOf(
        as(cloud, residents, staffOf.centreStaff)('saveNode', { ...moved, name: '别名' }),
      ),
    ).toBe('NotAllowed')
  })

  it('gives and takes roles; only people with a phone hold one', async () => {
    const person = await resident(cloud, 'o-lou', '楼院长', { home: jingHome() })
    const grant = { person: person.id, role: 'microgridLead', node: places.jing12 } as const
    expect(await codeOf(as(cloud, residents, staffOf.centreStaff)('grantRole', grant))).toBe(
      'NotAllowed',
    )
    await admin()('grantRole', grant)
    await admin()('grantRole', grant)
    expect(await rolesOf('o-lou')).toEqual([`microgridLead@${places.jing12}`])
    expect((await admin()('listRoles', { node: places.jing12 })).items).toEqual([
      { person: person.id, name: '楼院长', role: 'microgridLead', until: null },
    ])
    await admin()('revokeRole', grant)
    expect(await rolesOf('o-lou')).toEqual([])
    const paper = await as(
      cloud,
      residents,
      staffOf.jingWorker,
    )('registerPerson', { name: '纸卡', home: jingHome() })
    expect(await codeOf(admin()('grantRole', { ...grant, person: paper.id }))).toBe('NoPhone')
    expect(await codeOf(admin()('grantRole', { ...grant, until: instantOf('2026-11-20') }))).toBe(
      'UntilInPast',
    )
  })

  it('ends a role at its time', async () => {
    const person = await resident(cloud, 'o-temp', '临时工', { home: jingHome() })
    const until = instantOf('2026-11-21', '09:00')
    await admin()('grantRole', {
      person: person.id,
      role: 'gridWorker',
      node: places.chunGrid,
      until,
    })
    const temp = as(cloud, residents, 'o-temp')
    expect(await codeOf(temp('findPeople', { text: '李' }))).toBe('ok')
    await cloud.clock('2026-11-21T09:00:00+08:00')
    expect(await codeOf(temp('findPeople', { text: '李' }))).toBe('NotAllowed')
    expect(await rolesOf('o-temp')).toEqual([])
  })

  it('has owners who hold a role there, and a deputy who stands in while the owner is away', async () => {
    const centreStaff = as(cloud, residents, staffOf.centreStaff)
    const deputy = await resident(cloud, 'o-deputy', '戴网格员')
    const owning = { node: places.jingGrid, owner: staffId(staffOf.jingWorker), deputy: deputy.id }
    expect(await codeOf(centreStaff('setOwner', owning))).toBe('NotStaffThere')
    await admin()('grantRole', { person: deputy.id, role: 'microgridLead', node: places.jingGrid })
    expect(await centreStaff('setOwner', owning)).toMatchObject({
      owner: { name: '赵网格员' },
      deputy: { name: '戴网格员' },
    })
    const until = instantOf('2026-11-23', '08:00')
    const away = { node: places.jingGrid, until }
    const worker = as(cloud, residents, staffOf.jingWorker)
    expect(await codeOf(as(cloud, residents, staffOf.chunWorker)('setAway', away))).toBe(
      'NotAllowed',
    )
    expect(await codeOf(worker('setAway', { ...away, until: instantOf('2026-11-20') }))).toBe(
      'UntilInPast',
    )
    expect(await worker('setAway', away)).toMatchObject({ awayUntil: until })
    expect(await rolesOf('o-deputy')).toEqual([
      `microgridLead@${places.jingGrid}`,
      `gridWorker@${places.jingGrid}`,
    ])
    const standIn = as(cloud, residents, 'o-deputy')
    expect(await codeOf(standIn('findPeople', { text: '李' }))).toBe('ok')

    await worker('setAway', { ...away, until: null })
    expect(await codeOf(standIn('findPeople', { text: '李' }))).toBe('NotAllowed')

    await worker('setAway', away)
    await cloud.clock('2026-11-23T08:00:30+08:00')
    expect(await codeOf(standIn('findPeople', { text: '李' }))).toBe('NotAllowed')
    await cloud.timer('jobs')
    const { items } = await as(
      cloud,
      residents,
      staffOf.jingStaff,
    )('listNodes', { under: places.jingGrid })
    expect(items.find(({ id }) => id === places.jingGrid)).toMatchObject({ awayUntil: null })
    expect(await rolesOf('o-deputy')).toEqual([`microgridLead@${places.jingGrid}`])
  })

  it('sends nobody away without a deputy, and no deputy takes over alone', async () => {
    const centreStaff = as(cloud, residents, staffOf.centreStaff)
    const until = instantOf('2026-12-01')
    await centreStaff('setOwner', {
      node: places.chunGrid,
      owner: staffId(staffOf.chunWorker),
      deputy: null,
    })
    expect(
      await codeOf(
        as(cloud, residents, staffOf.chunWorker)('setAway', { node: places.chunGrid, until }),
      ),
    ).toBe('NoDeputy')
    await centreStaff('setOwner', {
      node: places.chunGrid,
      owner: staffId(staffOf.chunStaff),
      deputy: staffId(staffOf.chunWorker),
    })
    expect(
      await codeOf(
        as(cloud, residents, staffOf.chunWorker)('setAway', { node: places.chunGrid, until }),
      ),
    ).toBe('NotAllowed')
    expect(
      await codeOf(
        as(cloud, residents, staffOf.chunStaff)('setAway', { node: places.chunGrid, until }),
      ),
    ).toBe('ok')
  })

  const nodeNow = async (id: string) => {
    const { data } = await cloud.admin.collection('nodes').doc(id).get()
    const [node] = data as { owner: string | null; deputy: string | null; awayUntil: number }[]
    return node
  }
  const post = async (openid: string, name: string, role: StaffRole, node: string) => {
    const { id } = await resident(cloud, openid, name)
    await admin()('grantRole', { person: id, role, node })
    return id
  }

  it('leaves a grid without an owner when the role goes, and whoever stood in without theirs', async () => {
    const node = places.jingGrid2
    const owner = await post('o-own', '欧网格员', 'gridWorker', node)
    const deputy = await post('o-dep', '邓网格长', 'microgridLead', node)
    await admin()('setOwner', { node, owner, deputy })
    await admin()('setAway', { node, until: instantOf('2026-12-10') })
    expect(await rolesOf('o-dep')).toContain(`gridWorker@${node}`)

    const taken = { person: owner, role: 'gridWorker', node } as const
    expect(await admin()('revokeRole', taken)).toEqual({
      unowned: [{ id: node, name: '第二网格' }],
    })
    expect(await nodeNow(node)).toMatchObject({ owner: null, deputy, awayUntil: null })
    expect(await rolesOf('o-dep')).toEqual([`microgridLead@${node}`])
    expect(await admin()('revokeRole', taken)).toEqual({ unowned: [] })
  })

  it('keeps an owner whom another role still makes answerable, with a stand-in for just that role', async () => {
    const node = places.jingGrid2
    const owner = await post('o-two', '两岗人', 'communityStaff', places.jing)
    await admin()('grantRole', { person: owner, role: 'gridWorker', node })
    const deputy = await post('o-dep', '邓网格长', 'microgridLead', node)
    await admin()('setOwner', { node, owner, deputy })
    await admin()('setAway', { node, until: instantOf('2026-12-10') })
    const taken = { person: owner, role: 'communityStaff', node: places.jing } as const
    expect(await admin()('revokeRole', taken)).toEqual({ unowned: [] })
    expect(await nodeNow(node)).toMatchObject({ owner, deputy })
    expect(await rolesOf('o-dep')).toEqual([`microgridLead@${node}`, `gridWorker@${node}`])
  })

  it('takes the node from a deputy who lost the role, and what they held for the owner', async () => {
    const node = places.jingGrid2
    const { deputy } = (await nodeNow(node))!
    await admin()('revokeRole', { person: deputy!, role: 'microgridLead', node })
    expect(await nodeNow(node)).toMatchObject({ deputy: null, awayUntil: instantOf('2026-12-10') })
    expect((await nodeNow(node))?.owner).not.toBeNull()
    expect(await rolesOf('o-dep')).toEqual([])
  })

  it('sees at night that the role of an owner ended by its day', async () => {
    const until = instantOf('2026-11-30')
    const { id: owner } = await resident(cloud, 'o-term', '任期人')
    await admin()('grantRole', { person: owner, role: 'gridWorker', node: places.chunGrid, until })
    await admin()('setOwner', { node: places.chunGrid, owner, deputy: null })
    await cloud.clock('2026-11-29T03:00:00+08:00')
    await cloud.timer('jobs')
    expect((await nodeNow(places.chunGrid))?.owner).toBe(owner)
    await cloud.clock('2026-11-30T03:00:00+08:00')
    await cloud.timer('jobs')
    expect((await nodeNow(places.chunGrid))?.owner).toBeNull()
  })

  it('does not lose a new owner who is named while the old one goes', async () => {
    const next = await post('o-next-owner', '继任人', 'gridWorker', places.chunGrid)
    const name = { node: places.chunGrid, owner: next, deputy: null }
    for (let round = 0; round < 8; round++) {
      const old = await post(`o-old-${round}`, `前任${round}`, 'gridWorker', places.chunGrid)
      await admin()('setOwner', { ...name, owner: old })
      const revoked = admin()('revokeRole', {
        person: old,
        role: 'gridWorker',
        node: places.chunGrid,
      })
      // Each round the new owner is named a little later.
      for (let reads = 0; reads < round; reads++) await admin()('me', {})
      await Promise.all([revoked, admin()('setOwner', name)])
      expect((await nodeNow(places.chunGrid))?.owner).toBe(next)
    }
  })

  it('never loses its last admin, also when two leave at the same moment', async () => {
    const second = await resident(cloud, 'o-second', '副主任')
    const first = staffId(staffOf.admin)
    const role = { role: 'admin', node: places.centre } as const
    expect(await codeOf(admin()('revokeRole', { person: first, ...role }))).toBe('LastAdmin')
    await admin()('grantRole', { person: second.id, ...role })
    const both = await Promise.all([
      codeOf(admin()('revokeRole', { person: second.id, ...role })),
      codeOf(as(cloud, residents, 'o-second')('revokeRole', { person: first, ...role })),
    ])
    expect(both.sort()).toEqual(['LastAdmin', 'ok'])
    const { total } = await cloud.admin
      .collection('passports')
      .where({ posts: `${places.centre}/admin` })
      .count()
    expect(total).toBe(1)
  })
})
