import { shop } from '@/types/shop'
import { describeJourney } from '@/tests/support/journey'
import { stocked } from '@/tests/shop/counter'
import { as, places, seedCentre, seedMembers } from '@/tests/support/people'

const page = (name: string): string => `/packages/shop-staff/${name}/index`

describeJourney(
  '吕大姐 counts the shelves while the shop is open, and 田大哥 closes it: what differs is on the ledger',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    await seedMembers(cloud, [
      { openid: 'o-keeper', name: '吕大姐', role: 'keeper', node: places.centre },
      { openid: 'o-second', name: '田大哥', role: 'keeper', node: places.centre },
    ])
    const rice = await stocked(cloud, 10)
    const oil = await stocked(cloud, 5, { name: '食用油', unit: '瓶' })

    const lu = await phone('o-keeper')
    await lu.open()
    await lu.expectText('吕大姐')
    await lu.open(page('stocktaking'))
    await lu.expectText('还没有盘点过')
    await lu.tap('开始盘点')
    await lu.tap('接着数')
    await lu.tap('记下来，数下一样')
    await lu.expectText('请写数到多少')
    expect(await lu.axe()).toEqual([])
    await lu.open(page('stocktaking'))
    await lu.tap('大米')
    await lu.fill('一共有几袋', '9')
    await lu.screenshot('stocktaking-count')
    await lu.tap('记下来，数下一样')
    await lu.fill('一共有几瓶', '5')
    await lu.tap('记下来')
    await lu.expectText('都数完了')
    // Who counts does not see what the ledger says: nobody counts towards a number.
    await lu.expectNoText('账上')
    await lu.screenshot('stocktaking-counted')
    expect(await lu.axe()).toEqual([])

    // Somebody buys a bag after it was counted: the difference stays what it was.
    await as(cloud, shop, 'o-keeper')('sell', { goods: rice, quantity: 1, expected: 2500 })

    const tian = await phone('o-second', { width: 1280, height: 800 })
    await tian.open()
    await tian.expectText('田大哥')
    await tian.open(page('stocktaking'))
    await tian.expectText('少 1')
    await tian.tap('核对好了，结束盘点')
    await tian.expectText('有 1 样对不上')
    await tian.tap('结束')
    await tian.expectText('上次盘点')
    await tian.screenshot('stocktaking-closed')
    expect(await tian.axe()).toEqual([])

    const { items } = await as(cloud, shop, 'o-keeper')('shelf', {})
    const left = (goods: string) => items.find(({ id }) => id === goods)?.left
    expect([left(rice), left(oil)]).toEqual([8, 5])
  },
  { now: '2026-11-21T08:00:00+08:00' },
)
