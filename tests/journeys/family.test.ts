import { activities } from '@/types/activities'
import { residents } from '@/types/residents'
import { lego, publish } from '@/tests/activities/publishing'
import { describeJourney } from '@/tests/support/journey'
import { as, resident, saturday, seedCentre } from '@/tests/support/people'

const page = (name: string): string => `/packages/residents/${name}/index`

describeJourney(
  'a mother signs her son up as the guardian, until he is 14',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    await resident(cloud, 'o-mao', '毛女士')
    const mother = as(cloud, residents, 'o-mao')
    await mother('addDependant', {
      name: '毛毛',
      relation: 'child',
      birthDate: '2012-12-31',
      consent: 'guardian',
    })
    const activity = await publish(
      cloud,
      lego({ eligibility: { minAge: null, maxAge: 14, verifiedOnly: false, nodes: [], tags: [] } }),
    )
    const hers = await phone('o-mao', { width: 320, height: 568 })
    await hers.open()
    await hers.expectText('毛女士')
    await hers.open(`/packages/activities/detail/index?activity=${activity}`)
    await hers.tap('替毛毛报名')
    await hers.tap('下一步')
    await hers.expectText('毛毛不满 14 岁，请留下大人的电话')
    await hers.tap('替毛毛报名')
    await hers.expectText('请写 11 位手机号，或者带区号的座机')
    await hers.fill('电话，请写 11 位手机号，或者带区号的座机', '13812345678')
    expect(await hers.axe()).toEqual([])
    await hers.tap('替毛毛报名')
    await hers.expectText('报上了')
    expect((await as(cloud, activities, 'o-mao')('mine', {})).items).toMatchObject([
      { person: { name: '毛毛' }, state: 'in' },
    ])

    await cloud.clock('2026-12-01T09:30:00+08:00')
    await cloud.timer('jobs')
    await hers.open(page('notices'))
    await hers.tap('毛毛快满 14 岁了')
    await hers.expectText(/2026年12月31日 满 14 岁，那天起要他自己同意/)

    await cloud.clock('2026-12-31T09:30:00+08:00')
    await cloud.timer('jobs')
    await hers.open(page('family'))
    await hers.expectText('毛毛满 14 岁了')
    await hers.expectText('他没有手机：带他到社区服务台，当面说一声同意就行。')
    expect(await hers.axe()).toEqual([])
    await hers.tap('知道了，不用再显示毛毛')
    await hers.expectNoText('毛毛满 14 岁了')
  },
  { now: saturday },
)

describeJourney(
  '何阿姨 keeps her own data in order: her number, what she agreed to, and a copy to take along',
  async ({ build, cloud, phone }) => {
    await seedCentre(cloud)
    await resident(cloud, 'o-he', '何阿姨')
    const me = as(cloud, residents, 'o-he')
    const hers = await phone('o-he')
    await hers.open()
    await hers.expectText('何阿姨')

    // A browser knows nobody's number.
    if (build === 'weapp') {
      await hers.open(page('profile'))
      await hers.tap('手机号')
      await hers.tap('用微信手机号')
      await hers.expectText('没有用微信手机号')
      await hers.giveNumber(await cloud.phoneCode('o-he', '13812345678'))
      await hers.tap('用微信手机号')
      await hers.expectText('手机号 13812345678 记下了')
      expect((await me('me', {})).person?.phone).toBe('13812345678')
    }

    await hers.open(page('settings'))
    await hers.tap('同意过的事')
    await hers.choose('活动照片里可以有我')
    const photos = async () =>
      (await me('consents', {})).items.filter(({ purpose }) => purpose === 'photos')
    await hers.expectText('按《隐私说明》保管我的资料')
    await hers.page.getByRole('switch', { name: /^活动照片里可以有我/, checked: true }).waitFor()
    await hers.choose('活动照片里可以有我')
    await hers.page.getByRole('switch', { name: /^活动照片里可以有我/, checked: false }).waitFor()
    expect(await photos()).toMatchObject([{ withdrawnAt: expect.any(Number) }])
    await hers.tap('收回：按《隐私说明》保管我的资料')
    await hers.expectText(/要把资料也删掉，请再到“设置”里注销账号/)
    await hers.tap('不收回')
    expect(await hers.axe()).toEqual([])

    await hers.open(page('settings'))
    await hers.tap('导出')
    await hers.expectText('这个地址一天内有效，里面有您的资料，不要发给别人。')
    const url = (await hers.texts()).find((line) => /^https?:/.test(line)) ?? ''
    expect(await (await fetch(url)).json()).toMatchObject({
      person: [{ name: '何阿姨' }],
      cutShort: [],
    })
  },
  { now: saturday },
)
