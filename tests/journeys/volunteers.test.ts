import { volunteers } from '@/types/volunteers'
import { describeJourney } from '@/tests/support/journey'
import { as, places, seedCentre, seedMembers, staffOf } from '@/tests/support/people'

const staffPage = (name: string): string => `/packages/volunteers-staff/${name}/index`

describeJourney(
  '孙社工 needs hands at noon, 陈师傅 comes, 孙社工 writes down his hours and 吴社工 confirms them',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    await seedMembers(cloud, [
      { openid: 'o-chen', name: '陈师傅', role: 'volunteer', node: places.centre },
      { openid: 'o-second', name: '吴社工', role: 'centreStaff', node: places.centre },
    ])

    const sun = await phone(staffOf.centreStaff)
    await sun.open()
    await sun.expectText('孙社工')
    await sun.open(staffPage('shifts'))
    await sun.expectText('还没有班')
    await sun.tap('安排一班')
    await sun.tap('下一步')
    await sun.expectText('请写一句')
    await sun.fill('怎么说', '中午食堂帮厨')
    await sun.fill('在哪里', '共享餐厅')
    await sun.tap('下一步')
    await sun.fill('哪一天，年', '2026')
    await sun.fill('哪一天，月', '11')
    await sun.fill('哪一天，日', '22')
    await sun.fill('几点开始，24 小时制，下午 2 点填 14 点，点', '10')
    await sun.fill('几点开始，24 小时制，下午 2 点填 14 点，分', '00')
    await sun.fill('几点结束，点', '12')
    await sun.fill('几点结束，分', '30')
    await sun.tap('下一步')
    await sun.tap('安排好了')
    await sun.expectText('还没有人')
    expect(await sun.axe()).toEqual([])

    const chen = await phone('o-chen', { width: 320, height: 568 })
    await chen.open()
    await chen.expectText('陈师傅')
    await chen.open('/packages/volunteers/shifts/index')
    await chen.tap('我来')
    await chen.expectText('您说好要来')
    // A slip of the mind, and back: nobody else is asked for nothing.
    await chen.tap('来不了了')
    await chen.expectText('这一班来不了了吗？')
    await chen.tap('我还是来')
    await chen.choose('我的班')
    await chen.expectText('您说好要来')
    await chen.screenshot('shifts-mine')
    expect(await chen.axe()).toEqual([])

    await cloud.clock('2026-11-22T12:40:00+08:00')
    await sun.open(staffPage('shifts'))
    await sun.tap('中午食堂帮厨')
    await sun.tap('记 2 小时 30 分，陈师傅')
    await sun.expectText('记了 2 小时 30 分')
    await sun.screenshot('shift-roster')
    expect(await sun.axe()).toEqual([])
    await sun.open(staffPage('hours-to-confirm'))
    await sun.expectText('要请另一位同事确认')

    const second = await phone('o-second', { width: 1280, height: 800 })
    await second.open()
    await second.expectText('吴社工')
    await second.open(staffPage('hours-to-confirm'))
    await second.tap('不对，陈师傅')
    await second.tap('不通过')
    await second.expectText('请写一句')
    await second.tap('返回')
    await second.screenshot('hours-to-confirm')
    expect(await second.axe()).toEqual([])
    await second.tap('确认，陈师傅')
    await second.expectText('没有要确认的时长')

    await chen.open('/packages/volunteers/hours/index')
    await chen.expectText('2 小时 30 分')
    await chen.expectText('吴社工确认的')
    expect(await chen.axe()).toEqual([])
    const { lastYear } = await as(cloud, volunteers, 'o-chen')('myHours', {})
    expect(lastYear).toBe(150)
  },
  { now: '2026-11-21T08:00:00+08:00' },
)
