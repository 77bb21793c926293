import readExcel from 'read-excel-file/node'
import { activities } from '@/types/activities'
import { residents } from '@/types/residents'
import { link, scene } from '@/types/shared/links'
import { clockAt, inHours, lego, publish } from '@/tests/activities/publishing'
import type { TestCloud } from '@/tests/support/cloud'
import { describeJourney } from '@/tests/support/journey'
import { as, jingHome, resident, saturday, seedCentre, staffOf } from '@/tests/support/people'
import type { Phone } from '@/tests/support/phone/phone'

const page = (name: string, params: Record<string, string> = {}): string =>
  `/packages/activities-staff/${name}/index?${new URLSearchParams(params).toString()}`

const poster = (activity: string) => ({ scene: scene({ to: 'activity', activity }) })

/** On now: from nine to eleven, doors open since eight. */
const thisMorning = {
  sessions: [{ startsAt: inHours(1), endsAt: inHours(3) }],
  closesAt: inHours(2),
  cancelUntil: inHours(2),
}

const roster = async (cloud: TestCloud, activity: string) =>
  (await as(cloud, activities, staffOf.centreStaff)('roster', { activity })).lines

describeJourney(
  '孙社工 signs up 赵大爷, who has no phone, prints the list, and ticks everybody at once',
  async ({ build, cloud, phone }) => {
    await seedCentre(cloud)
    const activity = await publish(cloud, lego({ ...thisMorning, title: '书画课', seats: 40 }))
    await as(
      cloud,
      residents,
      staffOf.jingWorker,
    )('registerPerson', { name: '赵大爷', home: jingHome() })
    const classmates = Array.from({ length: 24 }, (_, i) => `同学${String(i + 1).padStart(2, '0')}`)
    for (const [i, name] of classmates.entries()) {
      await resident(cloud, `o-mate-${i}`, name)
      await as(cloud, activities, `o-mate-${i}`)('signUp', { activity })
    }

    const sun = await phone(staffOf.centreStaff)
    await sun.open()
    await sun.expectText('孙社工')
    await sun.open(page('roster', { activity }))
    await sun.tap('替人报名')
    await sun.fill('替谁报名', '赵大爷')
    await sun.tap('找')
    await sun.expectText('静安里社区 12号楼')
    await sun.tap('赵大爷')
    await sun.tap('替赵大爷报名')
    await sun.expectText('赵大爷报上了')
    expect(await roster(cloud, activity)).toContainEqual(
      expect.objectContaining({ name: '赵大爷', by: '孙社工', state: 'in' }),
    )

    await sun.open(page('roster', { activity }))
    await sun.expectText('还没到 25')
    expect(await (build === 'h5' ? printed : tabled)(sun)).toEqual([...classmates, '赵大爷'].sort())

    await sun.tap('还没签到的 25 人全部到了')
    await sun.expectText('这 25 人都到了吗？')
    expect(await sun.axe()).toEqual([])
    // In the cellar there is no network: it is kept, and arrives once there is.
    await sun.offline(true)
    await sun.tap('都到了')
    await sun.expectText('网络不好，点名的 25 个已经替您记下')
    expect((await roster(cloud, activity)).every(({ attended }) => attended === 0)).toBe(true)
    await sun.offline(false)
    await sun.expectText('25 人都签到了')
    // 同学01 came late after all: one tap takes one of them back.
    await sun.choose('到了，同学01')
    await sun.expectText('还没到 1')
    const here = (await roster(cloud, activity)).filter(({ attended }) => attended === 1)
    expect(here).toHaveLength(24)
  },
  { now: saturday },
)

/** The names on the sheet of paper, as the printer gets it. */
const printed = async (phone: Phone): Promise<string[]> => {
  await phone.page.emulateMedia({ media: 'print' })
  const names = await phone.page
    .locator('.paper__row:not(.paper__row--head) .paper__cell:nth-child(2)')
    .filter({ visible: true })
    .allInnerTexts()
  await phone.page.emulateMedia({ media: 'screen' })
  return names.sort()
}

/** The same names in the table that WeChat opens, for it reaches no printer. */
const tabled = async (phone: Phone): Promise<unknown[]> => {
  const [sheet] = await readExcel(await phone.read('打印名单'))
  const rows = sheet!.data
  const head = rows.findIndex(([first]) => first === '序号')
  return rows
    .slice(head + 1)
    .map(([, name]) => name)
    .sort()
}

describeJourney(
  '王芳 signs up 小明, who is eight: she says whom to call and who collects him, and the list says it to staff',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    await resident(cloud, 'o-fang', '王芳', { birthDate: '1988-02-02', phone: '13912345678' })
    await as(
      cloud,
      residents,
      'o-fang',
    )('addDependant', {
      name: '小明',
      relation: 'child',
      birthDate: '2018-05-01',
      consent: 'guardian',
    })
    const activity = await publish(
      cloud,
      lego({ eligibility: { ...lego().eligibility, minAge: 6, maxAge: 12 } }),
    )

    const fang = await phone('o-fang')
    await fang.open(poster(activity))
    await fang.tap('替小明报名')
    await fang.expectText('给谁报名')
    await fang.tap('下一步')
    await fang.expectText('小明不满 14 岁，请留下大人的电话')
    // What is known of her is filled in; only who collects him is another.
    await fang.fill('谁来接孩子，比如：爸爸张强，或者外婆', '')
    await fang.tap('替小明报名')
    await fang.expectText('请写上谁来接孩子')
    expect(await fang.axe()).toEqual([])
    await fang.fill('谁来接孩子，比如：爸爸张强，或者外婆', '外公王建国')
    await fang.tap('替小明报名')
    await fang.expectText('小明报上了')

    const sun = await phone(staffOf.centreStaff)
    await sun.open()
    await sun.expectText('孙社工')
    await sun.open(page('roster', { activity }))
    await sun.expectText('紧急联系人 王芳 13912345678，外公王建国可以接')
    await sun.expectText(/王芳替他报的/)
  },
  { now: saturday },
)

describeJourney(
  '李奶奶 came often enough: 孙社工 hands her the certificate, and she finds it in her list',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    const { id: person } = await resident(cloud, 'o-li', '李奶奶')
    const session = (hours: number) => ({ startsAt: inHours(hours), endsAt: inHours(hours + 1) })
    const activity = await publish(
      cloud,
      lego({
        title: '面点班',
        sessions: [session(1), session(25)],
        closesAt: inHours(1),
        cancelUntil: inHours(1),
        completionPercent: 100,
      }),
    )
    await as(cloud, activities, 'o-li')('signUp', { activity })
    await cloud.clock(clockAt(inHours(27)))
    const staff = as(cloud, activities, staffOf.centreStaff)
    for (const number of [0, 1])
      await staff('tick', { activity, session: number, person, present: true })

    const sun = await phone(staffOf.centreStaff, { width: 320, height: 568 })
    await sun.open()
    await sun.expectText('孙社工')
    await sun.open(page('roster', { activity }))
    await sun.tap('看看谁学完了')
    await sun.expectText('学完了，来了 2 次')
    await sun.tap('给学完的 1 人发结业证')
    await sun.expectText('结业证都发到手里了吗？')
    expect(await sun.axe()).toEqual([])
    await sun.tap('发了，记下来')
    await sun.expectText('发了结业证')

    const li = await phone('o-li')
    await li.open()
    await li.expectText('李奶奶')
    await li.tap('我的报名')
    await li.tap('以前的')
    await li.expectText('拿到结业证了')
  },
  { now: saturday },
)

/** From one step of the form to the next, by the title of that. */
const nextStep = async (phone: Phone, title: string): Promise<void> => {
  await phone.tap('下一步')
  await phone.expectText(title)
}

describeJourney(
  '孙社工 gives out one seat by lot: two enter, one is drawn, and everybody can check the number',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    await resident(cloud, 'o-li', '李奶奶')
    await resident(cloud, 'o-wang', '王叔叔')

    const sun = await phone(staffOf.centreStaff)
    await sun.open()
    await sun.expectText('孙社工')
    await sun.open(page('publish'))
    await sun.fill('活动名称', '参观科技馆')
    await sun.fill('一句话介绍', '坐大巴一起去')
    await sun.fill('在哪里', '中心门口')
    await sun.choose('外出')
    await nextStep(sun, '什么时候')
    await sun.fill('哪一天，年', '2026')
    await sun.fill('哪一天，月', '11')
    await sun.fill('哪一天，日', '28')
    await sun.fill('几点开始，24 小时制，下午 2 点填 14 点，点', '9')
    await sun.fill('几点开始，24 小时制，下午 2 点填 14 点，分', '00')
    await sun.fill('几点结束，点', '16')
    await sun.fill('几点结束，分', '00')
    await nextStep(sun, '多少人')
    await sun.fill('名额（人）', '1')
    await nextStep(sun, '谁能来')
    await nextStep(sun, '怎么报名')
    await sun.choose('抽签')
    await nextStep(sun, '什么时候截止')
    await nextStep(sun, '详细说明')
    expect(
      await sun.page.getByRole('switch', { name: /^出发前点人数/ }).getAttribute('aria-checked'),
    ).toBe('true')
    await nextStep(sun, '要问的问题')
    await nextStep(sun, '居民在列表里看到')
    await sun.tap('发布')
    await sun.expectText('发布好了')

    const { items } = await as(cloud, activities, staffOf.centreStaff)('listForStaff', {})
    const activity = items[0]?.id ?? ''
    const li = await phone('o-li')
    await li.open(poster(activity))
    await li.tap('报名抽签')
    await li.expectText('报上了，等抽签')
    await as(cloud, activities, 'o-wang')('signUp', { activity })

    // Sign-up ends at eight in the evening before; lots are drawn an hour later, and not sooner.
    await cloud.clock('2026-11-27T20:30:00+08:00')
    await sun.open(page('roster', { activity }))
    await sun.expectText(/2 人等抽签/)
    await sun.expectText('今天 晚上 9:00 会自动抽')
    await cloud.clock('2026-11-27T21:01:00+08:00')
    await sun.open(page('roster', { activity }))
    await sun.tap('现在抽签')
    await sun.expectText('现在就抽签吗？')
    await sun.tap('现在抽')
    await sun.expectText('抽好了：抽中 1 人，候补 1 人')
    expect(await sun.axe()).toEqual([])

    const [drawn] = (await roster(cloud, activity)).filter(({ state }) => state === 'in')
    await li.open(poster(activity))
    await li.expectText(drawn?.name === '李奶奶' ? /报上了/ : /排在第 1 位/)
    await li.tap('怎么保证公平')
    await li.expectText(/号码是/)
    expect(await li.axe()).toEqual([])
    await li.open()
    await li.expectText(
      drawn?.name === '李奶奶' ? '摇中了，已有您的位置' : '没有摇中，已替您排上候补',
    )
  },
  { now: saturday },
)

describeJourney(
  '孙社工 calls a class off, and 李奶奶 reads why before she leaves home',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    await resident(cloud, 'o-li', '李奶奶')
    const activity = await publish(cloud, lego())
    await as(cloud, activities, 'o-li')('signUp', { activity })

    const sun = await phone(staffOf.centreStaff)
    await sun.open()
    await sun.expectText('孙社工')
    await sun.open(page('roster', { activity }))
    await sun.tap('修改或取消活动')
    await sun.tap('取消活动')
    await sun.expectText('请写一句原因，大家好知道')
    await sun.fill('为什么取消，报了名的人都会看到，比如：老师生病了，改到下个月', '老师生病了')
    await sun.tap('取消活动')
    await sun.expectText('真的要取消这次活动吗？')
    expect(await sun.axe()).toEqual([])
    await sun.page.getByRole('dialog').getByRole('button', { name: '取消活动' }).click()
    await sun.expectText('会告诉 1 个人')

    await cloud.clock(clockAt(inHours(0.1)))
    await cloud.timer('jobs')
    const li = await phone('o-li')
    await li.open()
    await li.expectText('活动取消了，请点开看原因')
    await li.open('/packages/residents/notices/index')
    await li.expectText(/原因：老师生病了/)
    await li.open(poster(activity))
    await li.expectText('这次活动取消了')
    await li.expectText('老师生病了')
  },
  { now: saturday },
)

describeJourney(
  '刘女士 sends a class to her family; whoever taps it is at the right centre and class',
  async ({ build, cloud, phone }) => {
    await seedCentre(cloud)
    await resident(cloud, 'o-liu', '刘女士')
    const activity = await publish(cloud, lego())
    const liu = await phone('o-liu')
    await liu.open(poster(activity))
    await liu.tap('分享给家人')

    const brother = await phone('o-brother')
    if (build === 'weapp') {
      const { title, path } = await shared(liu)
      expect(title).toMatch(/^乐高搭建课，11月28日 星期六 上午 9:00$/)
      await brother.open(path)
    } else {
      await liu.expectText('链接复制好了')
      await liu.page.context().grantPermissions(['clipboard-read'])
      const text = await liu.page.evaluate(() => navigator.clipboard.readText())
      await brother.page.goto(text)
    }
    await brother.expectText('乐高搭建课')
    await brother.expectText('还有 20 个名额')
  },
  { now: saturday },
)

/** What WeChat was given to send. */
const shared = async (phone: Phone): Promise<{ title: string; path: string }> => {
  const cards = await phone.page.evaluate(() =>
    window.weapp!.record.calls.filter(({ api }) => api === 'button share'),
  )
  return cards[0]?.options as { title: string; path: string }
}

describeJourney(
  '孙社工 puts a service point on the map, and 李奶奶 finds the way there',
  async ({ build, cloud, phone }) => {
    await seedCentre(cloud)
    await resident(cloud, 'o-li', '李奶奶')
    const sun = await phone(staffOf.centreStaff)
    await sun.open()
    await sun.expectText('孙社工')
    await sun.open('/packages/centre-staff/about-centre/index')
    await sun.tap('加一个服务点')
    if (build === 'weapp') {
      await sun.page.evaluate(() => {
        window.weapp!.answers.location = {
          name: '暖心驿站',
          address: '桂林路 8 号',
          latitude: 38.914,
          longitude: 121.615,
        }
      })
      await sun.tap('在地图上选位置')
      await sun.expectText('地图上的位置选好了')
    } else {
      await sun.fill('名字', '暖心驿站')
      await sun.fill('地址', '桂林路 8 号')
    }
    await sun.fill('什么时候开，比如：每天 24 小时', '每天 24 小时')
    expect(await sun.axe()).toEqual([])
    await sun.tap('好了')
    await sun.tap('保存')
    await sun.expectText('存好了')

    const li = await phone('o-li')
    await li.open()
    await li.expectText('李奶奶')
    await li.tap('我的')
    await li.tap('服务中心')
    await li.expectText('桂林路 8 号')
    expect(await li.axe()).toEqual([])
    if (build === 'h5') {
      // Nobody said where it lies: no way is shown that would lead nowhere.
      expect(await li.page.getByRole('button', { name: /怎么走/ }).count()).toBe(0)
      return
    }
    await li.page.locator('wx-map').getByText('暖心驿站').click()
    await li.tap('怎么走')
    const opened = await li.page.evaluate(() =>
      window.weapp!.record.calls.filter(({ api }) => api === 'openLocation'),
    )
    expect(opened).toMatchObject([
      { options: { latitude: 38.914, longitude: 121.615 } },
      { options: { name: '暖心驿站', address: '桂林路 8 号' } },
    ])
  },
  { now: saturday },
)

describeJourney(
  '李奶奶 goes to two centres and changes between them; a centre that is not open yet is offered to nobody else',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    await resident(cloud, 'o-li', '李奶奶')
    const li = await phone('o-li')
    await li.open()
    await li.expectText('李奶奶')
    await li.tap('我的')
    await li.expectText('服务中心')
    await li.expectNoText('换一个中心')
    await li.expectNoText('开通一个中心')

    await seedCentre(cloud, 'xi')
    await li.open({ q: link({ to: 'centre', centre: 'xi' }) })
    await li.expectText('扫一扫')
    await li.tap('我的')
    await li.tap('换一个中心')
    await li.expectText('正在用')
    expect(await li.axe()).toEqual([])
    await li.page
      .getByRole('link', { name: /^党群服务中心/ })
      .first()
      .click()
    await li.expectText(/李奶奶/)

    await li.open({ q: link({ to: 'centre', centre: 'nowhere' }) })
    await li.expectText('这个码的中心还没有开通')
    expect(await li.axe()).toEqual([])
    await li.page
      .getByRole('link', { name: /^党群服务中心/ })
      .first()
      .click()
    await li.expectText(/李奶奶/)

    const admin = await phone(staffOf.admin)
    await admin.open({ q: link({ to: 'centre', centre: 'dl' }) })
    await admin.expectText('周主任')
    await admin.tap('我的')
    await admin.tap('开通一个中心')
    await admin.expectText('中心代号')
  },
  { now: saturday },
)
