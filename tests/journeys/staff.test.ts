import { activities } from '@/types/activities'
import { residents } from '@/types/residents'
import { link } from '@/types/shared/links'
import { inHours, lego, publish } from '@/tests/activities/publishing'
import { page as webPage, paper, picture } from '@/tests/centre/uploading'
import type { TestCloud } from '@/tests/support/cloud'
import { describeJourney } from '@/tests/support/journey'
import { as, resident, saturday, seedCentre, staffOf } from '@/tests/support/people'
import type { Phone } from '@/tests/support/phone/phone'

const page = (name: string, params: Record<string, string> = {}): string =>
  `/packages/activities-staff/${name}/index?${new URLSearchParams(params).toString()}`

/** On now: from nine to eleven, doors open since eight. */
const now = { sessions: [{ startsAt: inHours(1), endsAt: inHours(3) }] }
const deadlines = { closesAt: inHours(1), cancelUntil: inHours(1) }

const attendance = async (cloud: TestCloud, activity: string) => {
  const { lines } = await as(cloud, activities, staffOf.centreStaff)('roster', { activity })
  return Object.fromEntries(lines.map(({ name, attendance: [first] }) => [name, first]))
}

describeJourney(
  '孙社工 publishes a class, 李奶奶 signs up, and the list agrees after a cut of the network',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    await resident(cloud, 'o-li', '李奶奶')
    await resident(cloud, 'o-wang', '王叔叔')
    await resident(cloud, 'o-zhao', '赵大爷')

    const sun = await phone(staffOf.centreStaff)
    await sun.open()
    await sun.expectText('孙社工')
    await sun.open(page('publish'))
    await sun.tap('下一步')
    await sun.expectText('请写活动的名称')
    await sun.fill('活动名称', '剪纸课')
    await sun.fill('一句话介绍', '跟老师学剪窗花')
    await sun.fill('在哪里', '二楼活动室')
    await sun.choose('学本领')
    expect(await sun.axe()).toEqual([])

    // The phone is put away in the middle: what was typed is still there.
    await sun.open(page('publish'))
    await sun.expectText('上次填的还在')
    await sun.tap('下一步')
    await sun.fill('哪一天，年', '2026')
    await sun.fill('哪一天，月', '11')
    await sun.fill('哪一天，日', '21')
    await sun.fill('几点开始，24 小时制，下午 2 点填 14 点，点', '9')
    await sun.fill('几点开始，24 小时制，下午 2 点填 14 点，分', '00')
    await sun.fill('几点结束，点', '11')
    await sun.fill('几点结束，分', '00')
    for (const title of [
      '多少人',
      '谁能来',
      '怎么报名',
      '什么时候截止',
      '详细说明',
      '要问的问题',
    ]) {
      await sun.tap('下一步')
      await sun.expectText(title)
    }
    await sun.tap('下一步')
    await sun.expectText('居民在列表里看到')
    await sun.screenshot('publish-preview')
    expect(await sun.axe()).toEqual([])
    await sun.tap('发布')
    await sun.expectText('发布好了')
    await sun.expectText('还没有人')

    const li = await phone('o-li', { width: 320, height: 568 })
    await li.open()
    await li.expectText('李奶奶')
    await li.tap('报名，1 个可以报名')
    await li.tap('剪纸课')
    await li.expectText('二楼活动室')
    await li.tap('报名')
    await li.expectText('报上了')

    const staff = as(cloud, activities, staffOf.centreStaff)
    const { items } = await staff('listForStaff', {})
    const activity = items[0]?.id ?? ''
    await as(cloud, activities, 'o-wang')('signUp', { activity })
    const cardOf = async (openid: string) => {
      const { card } = await as(cloud, residents, openid)('memberCode', {})
      return link({ to: 'card', card })
    }
    const [wang, zhao] = [await cardOf('o-wang'), await cardOf('o-zhao')]

    await sun.open(page('roster', { activity }))
    await sun.expectText('王叔叔')
    await sun.choose('点这里签到，李奶奶')
    await sun.expectText('还没到 1')
    expect(await attendance(cloud, activity)).toEqual({ 李奶奶: 'present', 王叔叔: null })

    await sun.offline(true)
    await sun.scan(wang)
    await sun.tap('扫会员码签到')
    await sun.expectText('已经替您记下，连上后自动补签')
    await sun.scan(zhao)
    await sun.tap('扫下一位')
    await sun.expectText('还有 2 个签到在这部手机里')
    await sun.screenshot('roster-offline')
    expect(await sun.axe()).toEqual([])
    expect(await attendance(cloud, activity)).toEqual({ 李奶奶: 'present', 王叔叔: null })

    await sun.offline(false)
    await sun.expectText('王叔叔，到了')
    await sun.expectNoText('个签到在这部手机里')
    // 赵大爷 never signed up: nobody loses sight of a scan that did not count.
    await sun.expectText('断网时扫的一张卡没有签上')
    await sun.tap('知道了')
    await sun.expectNoText('断网时扫的一张卡没有签上')
    expect(await attendance(cloud, activity)).toEqual({ 李奶奶: 'present', 王叔叔: 'present' })
  },
  { now: saturday },
)

describeJourney(
  '孙社工 puts a picture and a paper to a class, and 李奶奶 sees one and reads the other',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    await resident(cloud, 'o-li', '李奶奶')
    const activity = await publish(cloud, lego())

    const sun = await phone(staffOf.centreStaff)
    await sun.open()
    await sun.expectText('孙社工')
    await sun.open(page('publish', { activity }))
    await sun.tap('详细说明')
    await sun.choosing({ name: '照片.jpg', type: 'image/jpeg', content: webPage })
    await sun.tap('选一张照片')
    await sun.expectText('换一张')
    await sun.choosing({ name: '宣传片.mp4', type: 'video/mp4', content: Buffer.from('film') })
    await sun.tap('加一个附件')
    await sun.expectText('不能是压缩包和视频')
    await sun.choosing({ name: '报名须知.docx', type: 'application/msword', content: paper })
    await sun.offline(true)
    await sun.tap('加一个附件')
    await sun.expectText('没有传上去')
    await sun.screenshot('publish-files')
    expect(await sun.axe()).toEqual([])
    await sun.offline(false)
    await sun.tap('再传一次')
    await sun.expectText('报名须知.docx')
    await sun.fill('活动说明（可不填）', '积木由中心准备')

    // The photo only calls itself one: it is refused where it was chosen, and nothing else is lost.
    await sun.tap('好了，回去看看')
    await sun.tap('保存修改')
    await sun.expectText('这里只能放照片')
    await sun.choosing({ name: '照片.png', type: 'image/png', content: picture(320) })
    await sun.tap('换一张')
    await sun.expectNoText('这里只能放照片')
    expect(await sun.axe()).toEqual([])
    await sun.tap('好了，回去看看')
    await sun.tap('保存修改')
    await sun.expectText('改好了')

    const li = await phone('o-li')
    await li.open()
    await li.expectText('李奶奶')
    await li.open(`/packages/activities/detail/index?activity=${activity}`)
    await li.expectText('积木由中心准备')
    await li.page.waitForFunction(() =>
      [...document.querySelectorAll('img')].some(({ naturalWidth }) => naturalWidth === 320),
    )
    await li.screenshot('detail-files')
    expect(await li.axe()).toEqual([])
    expect(await li.read('报名须知.docx')).toEqual(paper)
  },
  { now: saturday },
)

describeJourney(
  '李奶奶 scans the screen at the door, and nobody scans it once its link is taken back',
  async ({ build, cloud, phone }) => {
    await seedCentre(cloud)
    await resident(cloud, 'o-li', '李奶奶')
    const activity = await publish(cloud, lego({ ...now, ...deadlines }))
    await as(cloud, activities, 'o-li')('signUp', { activity })

    const sun = await phone(staffOf.centreStaff)
    await sun.open()
    await sun.expectText('孙社工')

    const screen = build === 'h5' ? await wallScreen(sun, phone, activity) : sun
    if (screen === sun) await sun.open(page('venue', { activity }))
    await screen.expectText('微信扫一扫签到')
    await screen.screenshot('venue')
    expect(await screen.axe()).toEqual([])

    const li = await phone('o-li')
    await li.open({ q: await screen.code() })
    await li.expectText('已签到')
    expect(await attendance(cloud, activity)).toEqual({ 李奶奶: 'present' })
    await screen.page.getByText('1', { exact: true }).waitFor({ timeout: 20_000 })

    if (screen === sun) return
    await sun.tap('发好了')
    await sun.tap('停用这个链接，乐高搭建课')
    await sun.tap('停用')
    await sun.expectText('现在没有屏幕在用')
    await screen.page.getByText('这块屏幕的链接已经停用').waitFor({ timeout: 20_000 })
    expect(await screen.page.locator('.qr__code').count()).toBe(0)
  },
  { now: saturday },
)

/** A browser where nobody is signed in, opened by the link 孙社工 is shown once. */
const wallScreen = async (
  sun: Phone,
  phone: (openid: string, options: { width: number; height: number }) => Promise<Phone>,
  activity: string,
): Promise<Phone> => {
  await sun.open(page('displays', { activity }))
  await sun.tap('发链接')
  await sun.expectText('只显示这一次')
  expect(await sun.axe()).toEqual([])
  const [shown = ''] = (await sun.texts()).filter((line) => line.includes('display='))
  const wall = await phone('', { width: 1280, height: 720 })
  await wall.open(shown.slice(shown.indexOf('#') + 1))
  return wall
}
