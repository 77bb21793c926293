import { shop } from '@/types/shop'
import { targetOf } from '@/types/shared/links'
import { instantOf } from '@/types/shared/day'
import { volunteers } from '@/types/volunteers'
import { describeJourney } from '@/tests/support/journey'
import { stocked } from '@/tests/shop/counter'
import { as, places, resident, seedCentre, seedMembers, staffOf } from '@/tests/support/people'

const day = '2026-11-22'

describeJourney(
  '陈师傅 registers, takes a shift, checks in where there is no network, has the hours confirmed and takes rice for them',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    await seedMembers(cloud, [
      { openid: 'o-keeper', name: '吕大姐', role: 'keeper', node: places.centre },
    ])
    await resident(cloud, 'o-chen', '陈师傅', { birthDate: '1960-05-05', phone: '13900000001' })
    const rice = await stocked(cloud, 3, { points: 20 })
    const { id: shift } = await as(
      cloud,
      volunteers,
      staffOf.jingStaff,
    )('saveShift', {
      kind: 'canteenHelper',
      title: '中午食堂帮厨',
      placeName: '共享餐厅',
      node: places.jing,
      startsAt: instantOf(day, '10:00'),
      endsAt: instantOf(day, '12:30'),
      needed: 2,
    })

    const chen = await phone('o-chen', { width: 320, height: 568 })
    await chen.open()
    await chen.expectText('陈师傅')
    await chen.open('/packages/volunteers/home/index')
    await chen.expectText('您还没登记成志愿者')
    await chen.screenshot('volunteer-home-new')
    expect(await chen.axe()).toEqual([])
    await chen.tap('登记成志愿者')
    await chen.choose('做饭')
    await chen.screenshot('volunteer-register')
    expect(await chen.axe()).toEqual([])
    await chen.tap('下一步')
    await chen.screenshot('volunteer-agreements')
    await chen.tap('登记')
    await chen.expectText('我的志愿档案')
    await chen.open('/packages/volunteers/home/index')
    await chen.expectText('我的志愿档案')
    await chen.screenshot('volunteer-home')
    expect(await chen.axe()).toEqual([])
    await chen.tap('看看哪里需要人')
    await chen.tap('我来')
    await chen.expectText('您说好要来')

    // What the screen at the door shows: the phone reads it, and then there is no network.
    const shown = async (at: string) => {
      await cloud.clock(`${day}T${at}:00+08:00`)
      const { link } = await as(cloud, volunteers, staffOf.jingStaff)('shiftCode', { shift })
      expect(targetOf(link ?? '')?.to).toBe('shiftCheckIn')
      return { q: link ?? '' }
    }
    // The clock of the test went on by hours: the phone hears of it first.
    const scans = async (code: { q: string }) => {
      await chen.open()
      await chen.expectText('陈师傅')
      await chen.open(code)
    }
    await scans(await shown('09:55'))
    await chen.expectText('刚到，还是要走了？')
    await chen.offline(true)
    await chen.tap('我到了')
    await chen.expectText('没有网络，已经替您记下')
    await chen.screenshot('shift-offline')
    expect(await chen.axe()).toEqual([])
    await chen.offline(false)
    await chen.expectText('到了')

    await scans(await shown('12:30'))
    await chen.tap('我要走了')
    await chen.expectText('辛苦了')
    await chen.screenshot('shift-left')
    expect(await chen.axe()).toEqual([])
    await cloud.clock(`${day}T14:00:00+08:00`)
    await cloud.timer('jobs')

    const staff = await phone(staffOf.jingStaff, { width: 1280, height: 800 })
    await staff.open()
    await staff.expectText('钱社工')
    await staff.open('/packages/volunteers-staff/hours-to-confirm/index')
    await staff.expectText('陈师傅')
    await staff.screenshot('hours-proposed')
    expect(await staff.axe()).toEqual([])
    await staff.tap('确认，陈师傅')
    await staff.expectText('没有要确认的时长')

    await chen.open('/packages/volunteers/points/index')
    await chen.expectText('25')
    await chen.screenshot('points')
    expect(await chen.axe()).toEqual([])
    await chen.open('/packages/shop/shelf/index')
    await chen.tap('大米')
    await chen.screenshot('shop-order')
    expect(await chen.axe()).toEqual([])
    await chen.tap('用 20 积分换')
    await chen.tap('换')
    await chen.expectText('看订好的东西')
    await chen.screenshot('shop-ordered')
    await chen.tap('看订好的东西')
    await chen.expectText('大米 1 袋')
    await chen.screenshot('shop-orders')
    expect(await chen.axe()).toEqual([])

    const keeper = await phone('o-keeper')
    await keeper.open()
    await keeper.expectText('吕大姐')
    await keeper.open('/packages/shop-staff/hand-over/index')
    await keeper.expectText('陈师傅')
    await keeper.screenshot('shop-hand-over')
    expect(await keeper.axe()).toEqual([])
    await keeper.tap('陈师傅')
    await keeper.tap('交给他了')
    await keeper.expectText('没有等着取的')
    const { items } = await as(cloud, shop, 'o-chen')('shelf', {})
    expect(items.find(({ id }) => id === rice)?.left).toBe(2)
    expect((await as(cloud, volunteers, 'o-chen')('myPoints', {})).points).toBe(5)
  },
  { now: '2026-11-21T08:00:00+08:00' },
)
