import { residents } from '@/types/residents'
import { link } from '@/types/shared/links'
import { describeJourney } from '@/tests/support/journey'
import {
  as,
  jingHome,
  resident,
  saturday,
  seedCentre,
  staffOf,
  verify,
} from '@/tests/support/people'
import type { Phone } from '@/tests/support/phone/phone'

const now = { now: saturday }

/** From the home screen to 我的; the only centre there is chooses itself. */
const toMine = async (phone: Phone): Promise<void> => {
  await phone.open()
  await phone.expectText(/党群服务中心|社区/)
  await phone.tap('我的')
  await phone.expectText('设置')
}

const fillDate = async (phone: Phone, question: string, day: string): Promise<void> => {
  const [year = '', month = '', date = ''] = day.split('-')
  await phone.fill(`${question}，年`, year)
  await phone.fill(`${question}，月`, month)
  await phone.fill(`${question}，日`, date)
}

describeJourney(
  'a daughter adds her mother, who has no phone, and her child',
  async (on) => {
    await seedCentre(on.cloud)
    const phone = await on.phone('o-liu')
    await toMine(phone)
    await phone.tap('写名字，要会员码')
    await phone.fill('您怎么称呼', '刘女士')
    await phone.tap('写好了，要会员码')
    await phone.expectText(/^刘女士的会员码$/)

    await phone.tap('家人')
    await phone.tap('加一位家人')
    await phone.tap('没有手机的老人')
    await phone.fill('名字', '张奶奶')
    await phone.choose('父母')
    await phone.tap('下一步')
    await phone.tap('加上')
    await phone.expectText('请先问过老人，同意了再勾选')
    await phone.choose('他亲口同意了')
    await phone.tap('加上')
    await phone.expectText('您替他们办事')
    expect(await phone.axe()).toEqual([])

    await phone.tap('加一位家人')
    await phone.tap('孩子')
    await phone.fill('名字', '乐乐')
    await phone.choose('孩子')
    await phone.tap('下一步')
    await phone.expectText('请写上生日，报名时要看年龄')
    await fillDate(
      phone,
      '出生日期，按身份证或户口本上的填，请写上生日，报名时要看年龄',
      '2018-04-01',
    )
    await phone.tap('下一步')
    await phone.choose('我是孩子的监护人')
    await phone.tap('加上')
    await phone.expectText('孩子 · 8 岁')

    const { dependants } = await as(on.cloud, residents, 'o-liu')('me', {})
    expect(dependants.map(({ name, relation }) => ({ name, relation }))).toEqual([
      { name: '张奶奶', relation: 'parent' },
      { name: '乐乐', relation: 'child' },
    ])

    // Her mother's code is on her phone, also without a network.
    await phone.tap('张奶奶')
    await phone.tap('看张奶奶的会员码')
    await phone.expectText(/^张奶奶的会员码$/)
    await phone.back()
    await phone.offline(true)
    await phone.tap('看张奶奶的会员码')
    await phone.expectText(/^张奶奶的会员码$/)
    await phone.offline(false)
  },
  now,
)

describeJourney(
  'a grid worker finds an old man, sees his papers, and he sees that he is confirmed',
  async (on) => {
    await seedCentre(on.cloud)
    await resident(on.cloud, 'o-wang', '王大爷', { birthDate: '1942-03-05', home: jingHome() })
    const his = await on.phone('o-wang')
    await toMine(his)
    await his.expectText('还没确认居民身份')

    const hers = await on.phone(staffOf.jingWorker)
    await toMine(hers)
    await hers.tap('工作台')
    await hers.tap('找人')
    await hers.fill('找谁', '王大')
    await hers.tap('找')
    await hers.tap('王大爷')
    await hers.tap('确认居民身份')
    await hers.tap('下一步')
    await hers.expectText('请选一个')
    await hers.choose('户口在这里')
    await hers.choose('身份证')
    await hers.tap('下一步')
    await hers.tap('我看过证件，确认')
    await hers.expectText('户口在这里，看过身份证')
    await hers.expectText(/赵网格员 .* 确认/)
    expect(await hers.axe()).toEqual([])

    await toMine(his)
    await his.expectText('居民身份已确认')
    await his.tap('资料')
    await his.expectText(/居民身份已经确认，到 2027年/)

    // What staff confirmed only staff change: he is told where to go, and what he typed stays.
    await his.tap('出生日期')
    await fillDate(his, '出生日期，按身份证上的填。有的活动看年龄', '1932-03-05')
    await his.tap('记下来')
    await his.expectText(/出生日期已经由工作人员核对过/)
    expect(await his.axe()).toEqual([])
  },
  now,
)

describeJourney(
  'an old man with a paper card gets his first phone, and his record is on it',
  async (on) => {
    await seedCentre(on.cloud)
    const staff = as(on.cloud, residents, staffOf.jingStaff)
    const { id } = await staff('registerPerson', {
      name: '孙大爷',
      birthDate: '1940-05-06',
      home: jingHome('502'),
    })
    await verify(on.cloud, id, '1940-05-06', jingHome('502'))

    const desk = await on.phone(staffOf.jingStaff)
    await toMine(desk)
    await desk.tap('工作台')
    await desk.tap('找人')
    await desk.fill('找谁', '孙大爷')
    await desk.tap('找')
    await desk.tap('孙大爷')
    await desk.tap('发一张纸卡')
    await desk.tap('发新卡')
    await desk.expectText('捡到这张卡，请交到服务台。')
    const { cards } = await staff('getPerson', { person: id })
    const card = cards.at(-1)?.id ?? ''

    const his = await on.phone('o-sun')
    await his.open({ q: link({ to: 'card', card }) })
    await his.expectText('核对一下是您本人')
    await his.fill('名字', '孙大爷')
    await fillDate(his, '出生日期，按身份证上的填', '1941-05-06')
    await his.tap('是我，接上')
    await his.expectText(/姓名或出生日期和登记的不一样/)
    expect(await his.axe()).toEqual([])
    await his.fill('出生日期，按身份证上的填，年', '1940')
    await his.tap('是我，接上')
    await his.expectText(/^孙大爷的会员码$/)
    await his.expectText('居民身份已确认')

    expect((await as(on.cloud, residents, 'o-sun')('me', {})).person?.id).toBe(id)
  },
  now,
)

describeJourney(
  'a daughter asks her father by his code, he says yes, and takes it back',
  async (on) => {
    await seedCentre(on.cloud)
    await resident(on.cloud, 'o-zhou', '周大爷')
    await resident(on.cloud, 'o-xiao', '小周')
    const { card } = await as(on.cloud, residents, 'o-zhou')('memberCode', {})

    const hers = await on.phone('o-xiao')
    await toMine(hers)
    await hers.tap('家人')
    await hers.tap('加一位家人')
    await hers.scan(link({ to: 'card', card }))
    await hers.tap('有手机的家人')
    await hers.choose('父母')
    await hers.tap('请他同意')
    await hers.expectText('已经告诉他了')

    const his = await on.phone('o-zhou')
    await toMine(his)
    await his.tap('消息')
    await his.tap('小周想替您办事')
    await his.expectText(/他说是您的孩子/)
    await his.tap('同意')
    await his.expectText('让小周替您办事吗？')
    expect(await his.axe()).toEqual([])
    await his.tap('让他办')
    await his.expectText('他们可以替您办事')
    const hersNow = () => as(on.cloud, residents, 'o-xiao')('me', {})
    expect((await hersNow()).dependants.map(({ name }) => name)).toEqual(['周大爷'])

    await his.tap('小周')
    await his.tap('不让了')
    await his.expectNoText('他们可以替您办事')
    expect((await hersNow()).dependants).toEqual([])
  },
  now,
)

describeJourney(
  'somebody deletes their account, thinks better of it, and keeps the larger edition',
  async (on) => {
    await seedCentre(on.cloud)
    await resident(on.cloud, 'o-he', '何阿姨')
    const me = () => as(on.cloud, residents, 'o-he')('me', {})
    const phone = await on.phone('o-he')
    await toMine(phone)
    await phone.tap('设置')
    await phone.tap('注销账号')
    await phone.tap('注销我的账号')
    await phone.tap('不注销')
    await phone.expectNoText('真的要注销吗？')
    expect((await me()).erasedOn).toBeNull()

    await phone.tap('注销我的账号')
    await phone.tap('注销')
    await phone.expectText(/您的资料会在 2026年1[12]月\d+日 删除/)
    expect((await me()).erasedOn).not.toBeNull()
    expect(await phone.axe()).toEqual([])
    await phone.tap('不注销了，留下我的账号')
    await phone.expectText('账号留下了，资料都还在')
    expect((await me()).erasedOn).toBeNull()

    await phone.back()
    await phone.choose('长辈版（关怀版）')
    expect(await phone.axe()).toEqual([])
    await phone.open()
    await phone.expectText('普通版')
    await phone.tap('我的')
    await phone.tap('设置')
    await phone.choose('普通版')
    await phone.open()
    await phone.expectText('长辈版')
  },
  now,
)
