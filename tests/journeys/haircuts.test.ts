import { haircuts, type HaircutRule } from '@/types/haircuts'
import { residents } from '@/types/residents'
import { scene } from '@/types/shared/links'
import { volunteers } from '@/types/volunteers'
import type { TestCloud } from '@/tests/support/cloud'
import { describeJourney } from '@/tests/support/journey'
import {
  as,
  places,
  resident,
  seedCentre,
  seedMembers,
  staffId,
  staffOf,
} from '@/tests/support/people'
import type { Phone } from '@/tests/support/phone/phone'

const staffPage = (name: string, params: Record<string, string> = {}): string =>
  `/packages/haircuts-staff/${name}/index?${new URLSearchParams(params).toString()}`

const barber = (openid: string, name: string) =>
  ({ openid, name, role: 'volunteer', node: places.centre }) as const

/** Two barbers for an hour, half an hour a cut, a quarter for who just comes: three numbers to book. */
const rule: HaircutRule = {
  recurrence: 'FREQ=MONTHLY;BYMONTHDAY=16',
  placeName: '社区广场',
  node: places.centre,
  startsAt: '08:30',
  endsAt: '09:30',
  minutesPerCut: 30,
  slotMinutes: 30,
  planned: 4,
  barbers: 2,
  walkInPercent: 25,
  priorityAge: 80,
  holidays: 'keep',
  opensDaysBefore: 7,
  exceptions: [],
}

/** 孙社工 says once how the haircuts recur, in the words of the screen: the same as `rule`. */
const arrange = async (sun: Phone) => {
  await sun.open(staffPage('rule'))
  await sun.expectText('还没有定下义剪的日子')
  await sun.tap('定下义剪的日子')
  await sun.fill('几点开始，24 小时制，下午 2 点填 14 点，点', '8')
  await sun.fill('几点结束，点', '9')
  await sun.tap('下一步')
  await sun.tap('下一步')
  await sun.expectText('请写在哪里')
  await sun.fill('在哪里', '社区广场')
  await sun.fill('要几位理发师', '2')
  await sun.fill('剪一位几分钟', '30')
  await sun.tap('下一步')
  await sun.expectText('按人数和时间算是 4 位')
  await sun.fill('给现场来的人留百分之几', '25')
  await sun.tap('下一步')
  await sun.expectText('12月16日 星期三')
  await sun.expectText('在正月里，好些老人不剃头')
  await sun.screenshot('haircut-rule')
  expect(await sun.axe()).toEqual([])
  await sun.tap('存下来')
  await sun.tap('就这样')
  await sun.expectText('每月 16 号')
  await sun.expectText('已经开放取号')
}

const sessionOf = async (cloud: TestCloud) => {
  const { session } = await as(cloud, haircuts, staffOf.centreStaff)('queue', {})
  return session?.id ?? ''
}

/** 小张 acts for her mother, who has no phone; two more neighbours have one each. */
const neighbours = async (cloud: TestCloud) => {
  await seedMembers(cloud, [barber('o-chen', '陈师傅'), barber('o-liu', '刘师傅')])
  await resident(cloud, 'o-daughter', '小张')
  await resident(cloud, 'o-wang', '王叔叔')
  await resident(cloud, 'o-li', '李叔叔')
  const { id } = await as(
    cloud,
    residents,
    'o-daughter',
  )('addDependant', {
    name: '张奶奶',
    birthDate: '1942-06-18',
    relation: 'parent',
    consent: 'spoken',
  })
  return { mother: id }
}

const comes = async (cloud: TestCloud, openid: string) => {
  const { items } = await as(cloud, volunteers, openid)('listShifts', {})
  await as(cloud, volunteers, openid)('confirmShift', { shift: items[0]?.id ?? '' })
}

describeJourney(
  'the haircuts of the 16th are arranged once, 陈师傅 comes, and 张奶奶 is booked by her daughter and reminded',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    await neighbours(cloud)
    const sun = await phone(staffOf.centreStaff)
    await sun.open()
    await sun.expectText('孙社工')
    await arrange(sun)

    const chen = await phone('o-chen')
    await chen.open({ scene: scene({ to: 'service', centre: 'dl', service: 'shifts' }) })
    await chen.expectText('还差 2 人')
    expect(await chen.axe()).toEqual([])
    await chen.tap('我来')
    await chen.expectText('您说好要来')
    await comes(cloud, 'o-liu')

    // From the code on the square to a number for somebody else: two taps.
    const daughter = await phone('o-daughter')
    await daughter.open()
    await daughter.expectText('小张')
    await daughter.open({ scene: scene({ to: 'service', centre: 'dl', service: 'haircuts' }) })
    await daughter.expectText('还有 3 个号')
    await daughter.screenshot('haircut-book')
    expect(await daughter.axe()).toEqual([])
    await daughter.choose('张奶奶')
    await daughter.tap('替张奶奶取号')
    await daughter.expectText('张奶奶取好号了')
    await daughter.expectText('1 号')
    await daughter.screenshot('haircut-booked')
    expect(await daughter.axe()).toEqual([])

    await cloud.clock('2026-12-15T17:00:00+08:00')
    await cloud.timer('jobs')
    await daughter.open('/packages/residents/notices/index')
    await daughter.tap('张奶奶：别忘了来理发')
    await daughter.expectText('张奶奶的号')
    await daughter.tap('来不了，取消，张奶奶')
    await daughter.expectText('取消张奶奶的 1 号吗？')
    await daughter.tap('留着')
    await daughter.expectText('1 号')
  },
  { now: '2026-12-09T08:05:00+08:00' },
)

describeJourney(
  'on the 16th a barber falls ill, who loses a number chooses, 赵大爷 of 81 just comes, and he and 张奶奶 are cut',
  async ({ build, cloud, phone }) => {
    await seedCentre(cloud)
    const { mother } = await neighbours(cloud)
    await as(cloud, haircuts, staffOf.centreStaff)('saveRule', { rev: 0, rule })
    await comes(cloud, 'o-chen')
    await comes(cloud, 'o-liu')
    const session = await sessionOf(cloud)
    await as(cloud, haircuts, 'o-daughter')('book', { session, forResident: mother })
    await as(cloud, haircuts, 'o-wang')('book', { session })
    await as(cloud, haircuts, 'o-li')('book', { session })

    // The morning: one barber of two is ill, so of three numbers one is left.
    await cloud.clock('2026-12-16T08:00:00+08:00')
    const sun = await phone(staffOf.centreStaff)
    await sun.open()
    await sun.expectText('孙社工')
    await sun.open(staffPage('queue'))
    await sun.expectText('叫下一位')
    await sun.choose('理发师 2')
    await sun.tap('来不了，刘师傅')
    await sun.tap('是的，来不了')
    await sun.choose('要问的 2')
    await sun.expectText('王叔叔')
    await sun.screenshot('haircut-asked')
    expect(await sun.axe()).toEqual([])

    const li = await phone('o-li', { width: 320, height: 568 })
    await li.open()
    await li.expectText('李叔叔')
    await li.open('/packages/residents/notices/index')
    await li.tap('理发师来不了，请选一下')
    await li.expectText('排今天的候补')
    await li.screenshot('haircut-choose')
    expect(await li.axe()).toEqual([])
    await li.tap('下次留号')
    await li.expectText('下次给您留号')
    // 王叔叔 has no phone at hand: he says on the square that he will wait.
    await sun.tap('排当天的候补，2 号 王叔叔')
    await sun.choose('候补 1')
    await sun.expectText('第 1 位')

    await cloud.clock('2026-12-16T08:31:00+08:00')
    // The wall is opened once in the morning, before anybody is called.
    const wall = build === 'h5' ? await wallScreen(sun, phone) : null
    await wall?.expectText('马上开始叫号')
    if (wall) await sun.open(staffPage('queue'))
    await sun.tap('叫下一位')
    await sun.expectText('请 1 号 张奶奶')
    await sun.tap('现场取号')
    await sun.expectText('现场还有')
    await sun.tap('给他号')
    await sun.expectText('请写上怎么称呼')
    await sun.fill('怎么称呼', '赵大爷')
    await sun.choose('80 岁以上')
    expect(await sun.axe()).toEqual([])
    await sun.tap('给他号')
    await sun.expectText('高龄优先，到了先理')
    await sun.tap('回到叫号')
    await sun.tap('叫下一位')
    await sun.expectText('请 4 号 赵大爷')
    await sun.screenshot('haircut-queue')
    expect(await sun.axe()).toEqual([])

    if (!wall) await sun.open(staffPage('board'))
    const board = wall ?? sun
    // By itself: nobody touches the wall.
    await board.page.getByText('赵**').first().waitFor({ timeout: 20_000 })
    await board.expectText('请过来理发')
    await board.screenshot('haircut-board')
    expect(await board.axe()).toEqual([])

    await sun.open(staffPage('queue'))
    await sun.tap('理完了，1 号 张奶奶')
    await sun.expectNoText('1 号 张奶奶')
    await sun.tap('理完了，4 号 赵大爷')
    await sun.choose('结束的 3')
    await sun.expectText('理好了')
    const { over } = await as(cloud, haircuts, staffOf.centreStaff)('queue', { session })
    expect(over.map(({ name, state }) => `${name} ${state}`)).toEqual([
      '张奶奶 done',
      '李叔叔 keptForNext',
      '赵大爷 done',
    ])
  },
  { now: '2026-12-09T08:05:00+08:00' },
)

/** A browser where nobody is signed in, opened by the link 孙社工 is shown once. */
const wallScreen = async (
  sun: Phone,
  phone: (openid: string, options: { width: number; height: number }) => Promise<Phone>,
): Promise<Phone> => {
  await sun.open('/packages/activities-staff/displays/index')
  await sun.tap('给叫号屏发链接')
  await sun.expectText('只显示这一次')
  const [shown = ''] = (await sun.texts()).filter((line) => line.includes('display='))
  const wall = await phone('', { width: 1280, height: 720 })
  await wall.open(shown.slice(shown.indexOf('#') + 1))
  return wall
}

describeJourney(
  'a grid worker asks for a haircut at home for 孙奶奶, and two volunteers go',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    await seedMembers(cloud, [barber('o-chen', '陈师傅'), barber('o-liu', '刘师傅')])
    const { id } = await as(
      cloud,
      residents,
      staffOf.jingWorker,
    )('registerPerson', {
      name: '孙奶奶',
      birthDate: '1938-02-01',
      home: { building: places.jing12, unit: '2', room: '301' },
    })
    await as(
      cloud,
      residents,
      staffOf.centreStaff,
    )('verifyResidency', {
      person: id,
      basis: 'household',
      document: 'idCard',
      birthDate: '1938-02-01',
      home: { building: places.jing12, unit: '2', room: '301' },
      until: '2027-12-31',
    })

    const zhao = await phone(staffOf.jingWorker)
    await zhao.open()
    await zhao.expectText('赵网格员')
    await zhao.open(`/packages/residents-staff/person/index?person=${id}`)
    await zhao.tap('替他取理发号')
    await zhao.tap('走不动？可以上门理发')
    await zhao.tap('替孙奶奶申请上门')
    await zhao.expectText('请写一句')
    await zhao.fill('什么时候在家，怎么找', '上午都在家，按门铃')
    await zhao.tap('替孙奶奶申请上门')
    await zhao.expectText('真走不动，请点“走不动，出不了门”')
    await zhao.choose('走不动，出不了门')
    await zhao.tap('替孙奶奶申请上门')
    await zhao.expectText('申请好了')
    expect(await zhao.axe()).toEqual([])

    const sun = await phone(staffOf.centreStaff)
    await sun.open()
    await sun.expectText('孙社工')
    await sun.open(staffPage('home-visits'))
    await sun.expectText('按门铃')
    expect(await sun.axe()).toEqual([])
    await sun.tap('安排日子和人，孙奶奶')
    for (const name of ['陈师傅', '刘师傅']) {
      await sun.tap('找别的志愿者')
      await sun.fill('谁去', name)
      await sun.tap('找')
      await sun.tap(name)
    }
    await sun.tap('定下来')
    await sun.expectText('请选今天或以后的日子')
    await sun.fill('哪一天去，请选今天或以后的日子，年', '2026')
    await sun.fill('哪一天去，请选今天或以后的日子，月', '12')
    await sun.fill('哪一天去，请选今天或以后的日子，日', '11')
    await sun.screenshot('home-visit-plan')
    expect(await sun.axe()).toEqual([])
    await sun.tap('定下来')
    await sun.expectText('大家都会收到通知')
    await sun.choose('定好的')
    await sun.tap('理完了，孙奶奶')
    await sun.choose('办完的')
    await sun.expectText('理好了')

    const { items } = await as(
      cloud,
      haircuts,
      staffOf.centreStaff,
    )('homeVisits', { state: 'done' })
    expect(items.map(({ person, on, barbers }) => [person.id, on, barbers.length])).toEqual([
      [id, '2026-12-11', 2],
    ])
    expect(items[0]?.barbers.map((one) => one.id).sort()).toEqual(
      [staffId('o-chen'), staffId('o-liu')].sort(),
    )
  },
  { now: '2026-12-09T08:05:00+08:00' },
)
