import { activities } from '@/types/activities'
import { residents } from '@/types/residents'
import { inHours, lego, publish as publishActivity } from '@/tests/activities/publishing'
import {
  clock,
  cook,
  eats,
  lunchOf,
  oneOf,
  openCanteen,
  today as saturdayDay,
} from '@/tests/canteen/kitchen'
import { describeJourney } from '@/tests/support/journey'
import {
  as,
  places,
  resident,
  saturday,
  seedCentre,
  seedMembers,
  verify,
} from '@/tests/support/people'

describeJourney(
  'Today leads with whatever is sooner: lunch at 11 with its code, then the class at 2',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    await seedMembers(cloud, [
      { openid: cook, name: '马师傅', role: 'canteenStaff', node: places.centre },
    ])
    await openCanteen(cloud)
    const { id } = await resident(cloud, 'o-li', '李奶奶', { birthDate: '1942-03-08' })
    await verify(cloud, id, '1942-03-08')
    const activity = await publishActivity(
      cloud,
      lego({
        title: '书画课',
        sessions: [{ startsAt: inHours(6), endsAt: inHours(8) }],
        closesAt: inHours(5),
        cancelUntil: inHours(5),
      }),
    )
    await as(cloud, activities, 'o-li')('signUp', { activity })
    const { service, dishes } = await lunchOf(cloud, [1500], { day: saturdayDay })

    const li = await phone('o-li')
    await li.open()
    await li.expectText('今天 下午 2:00 书画课')
    await li.expectText('看菜单、订餐')

    const { order } = await eats(cloud, 'o-li')('placeOrder', {
      service,
      lines: oneOf(...dishes),
      kind: 'eatIn',
      pay: 'counter',
    })
    await li.open()
    await li.expectText('今天 上午 11:00 午餐')
    await li.expectText('中心一楼西侧 · 菜1 1 份')
    await li.expectText('9.00 元，84 岁 · 6 折')
    await li.expectNoText('今天 下午 2:00 书画课')
    await li.screenshot('today-meal')
    expect(await li.axe()).toEqual([])
    await li.tap('出示取餐码')
    await li.expectText('取餐的时候，给工作人员扫')

    // Fetched, it is no next thing any more.
    await clock(cloud, '11:20')
    await eats(cloud, cook)('serve', { service, order: order.id, paidBy: 'cash' })
    await li.open()
    await li.expectText('今天 下午 2:00 书画课')
  },
  { now: saturday },
)

describeJourney(
  'a daughter sees on Today whose meal comes next',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    await seedMembers(cloud, [
      { openid: cook, name: '马师傅', role: 'canteenStaff', node: places.centre },
    ])
    await openCanteen(cloud)
    await resident(cloud, 'o-liu', '刘女士', { birthDate: '1976-09-03' })
    const { id: mother } = await as(
      cloud,
      residents,
      'o-liu',
    )('addDependant', {
      name: '王奶奶',
      birthDate: '1942-03-05',
      relation: 'parent',
      consent: 'spoken',
    })
    const { service, dishes } = await lunchOf(cloud, [1500], { day: saturdayDay })
    await eats(cloud, 'o-liu')('placeOrder', {
      forResident: mother,
      service,
      lines: oneOf(...dishes),
      kind: 'eatIn',
      pay: 'counter',
    })
    const liu = await phone('o-liu')
    await liu.open()
    await liu.expectText('今天 上午 11:00 王奶奶的午餐')
    await liu.tap('出示取餐码')
    await liu.expectText('王奶奶的饭订好了')
  },
  { now: saturday },
)
