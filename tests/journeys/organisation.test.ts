import { residents } from '@/types/residents'
import { describeJourney } from '@/tests/support/journey'
import {
  as,
  places,
  resident,
  saturday,
  seedCentre,
  staffId,
  staffOf,
} from '@/tests/support/people'

const page = (name: string, params: Record<string, string> = {}): string =>
  `/packages/residents-staff/${name}/index?${new URLSearchParams(params).toString()}`

describeJourney(
  '周主任 builds, moves and staffs a grid; its owner goes away, and then leaves',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    const { id: ma } = await resident(cloud, 'o-ma', '马师傅')
    const admin = as(cloud, residents, staffOf.admin)
    await admin('grantRole', {
      person: staffId(staffOf.admin),
      role: 'centreStaff',
      node: places.centre,
    })
    const nodeOf = async (name: string) =>
      (await admin('listNodes', {})).items.find((node) => node.name === name)
    const rolesOf = async (openid: string) =>
      (await as(cloud, residents, openid)('me', {})).roles.map(({ role }) => role)

    const zhou = await phone(staffOf.admin)
    await zhou.open()
    await zhou.expectText('周主任')
    await zhou.open(page('workbench'))
    await zhou.tap('组织和岗位')
    await zhou.tap('静安里社区')
    await zhou.tap('第二网格')
    await zhou.tap('加一栋楼')
    await zhou.fill('楼栋叫什么', '31号楼')
    await zhou.tap('记下来')
    await zhou.tap('31号楼')
    await zhou.tap('改名字、移到别处')
    await zhou.tap('移到别处')
    await zhou.choose('静安里社区 › 第一网格')
    await zhou.expectText('住在31号楼的居民一起移过去。')
    expect(await zhou.axe()).toEqual([])
    await zhou.tap('移过去')
    await zhou.expectText('31号楼移到第一网格了')
    expect(await nodeOf('31号楼')).toMatchObject({ parent: places.jingGrid })

    await zhou.open(page('tree', { node: places.jingGrid }))
    await zhou.tap('看这里的岗位')
    await zhou.tap('安排岗位')
    await zhou.fill('找人', '马师傅')
    await zhou.tap('找')
    await zhou.tap('马师傅')
    await zhou.tap('安排好了')
    await zhou.expectText('请选一个')
    await zhou.choose('微网格长')
    await zhou.tap('安排好了')
    await zhou.expectText('第一网格的岗位')
    expect(await rolesOf('o-ma')).toEqual(['microgridLead'])

    await zhou.open(page('node-owner', { node: places.jingGrid }))
    await zhou.answer('负责人', '赵网格员')
    await zhou.answer('代理人', '马师傅')
    await zhou.tap('记下来')
    await zhou.expectText('记下了')

    const zhao = await phone(staffOf.jingWorker)
    await zhao.open()
    await zhao.expectText('赵网格员')
    await zhao.open(page('workbench'))
    await zhao.tap('第一网格：登记外出')
    await zhao.tap('登记外出')
    await zhao.expectText('记下了，由马师傅负责')
    expect(await rolesOf('o-ma')).toEqual(['microgridLead', 'gridWorker'])

    // 赵网格员 takes another post: what is left without an owner is said at once, and can be seen in the tree.
    await zhou.open(page('roles', { node: places.jingGrid }))
    await zhou.tap('赵网格员')
    await zhou.tap('取消岗位')
    await zhou.expectText('这些地方现在还没有负责人')
    expect(await zhou.axe()).toEqual([])
    expect(await rolesOf('o-ma')).toEqual(['microgridLead'])
    await zhou.open(page('tree', { node: places.jing }))
    await zhou.expectText('网格 · 还没有负责人')
    expect(await nodeOf('第一网格')).toMatchObject({ deputy: { id: ma } })
  },
  { now: saturday },
)
