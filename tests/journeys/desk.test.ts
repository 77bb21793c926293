import { activities } from '@/types/activities'
import { residents } from '@/types/residents'
import { lego, publish } from '@/tests/activities/publishing'
import { describeJourney } from '@/tests/support/journey'
import { as, jingHome, resident, saturday, seedCentre, staffOf } from '@/tests/support/people'
import type { Phone } from '@/tests/support/phone/phone'

const page = (name: string, params: Record<string, string> = {}): string =>
  `/packages/residents-staff/${name}/index?${new URLSearchParams(params).toString()}`

const fillDate = async (phone: Phone, question: string, day: string): Promise<void> => {
  const [year = '', month = '', date = ''] = day.split('-')
  await phone.fill(`${question}，年`, year)
  await phone.fill(`${question}，月`, month)
  await phone.fill(`${question}，日`, date)
}

describeJourney(
  '钱社工 enters 高奶奶 at the desk, sees her papers, lets her daughter act and signs her up',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    await resident(cloud, 'o-gao', '高女士', { home: jingHome('809') })
    const activity = await publish(cloud, lego())
    const qian = await phone(staffOf.jingStaff, { width: 320, height: 568 })
    await qian.open()
    await qian.expectText('钱社工')
    await qian.open(page('workbench'))
    await qian.tap('登记居民')
    await qian.expectText('第 1 步，共 2 步：是谁')
    await qian.tap('下一步')
    await qian.expectText('请写上名字')
    await qian.fill('名字，请写上名字', '高奶奶')
    await fillDate(qian, '出生日期（可不填）', '1941-03-05')
    await qian.tap('下一步')
    await qian.choose('静安里社区')
    await qian.choose('12号楼')
    await qian.fill('单元', '2')
    // Nothing typed is lost on the way back and forth.
    await qian.tap('上一步')
    await qian.expectText('第 1 步，共 2 步：是谁')
    await qian.tap('下一步')
    await qian.fill('室', '808')
    expect(await qian.axe()).toEqual([])
    await qian.tap('登记')
    await qian.expectText('静安里社区 12号楼 2单元808室')
    await qian.expectText(/^手机出示的会员码，/)

    await qian.tap('确认居民身份')
    await qian.choose('房子是自己的')
    await qian.choose('房产证')
    await qian.tap('下一步')
    await qian.expectText('第 2 步，共 2 步：住在哪里，到哪一天')
    await qian.tap('我看过证件，确认')
    await qian.expectText('房子是自己的，看过房产证')

    await qian.tap('家人代办')
    await qian.fill('或者找家属', '高女士')
    await qian.tap('找')
    await qian.tap('高女士')
    await qian.choose('父母')
    await qian.tap('登记下来')
    await qian.expectText('请选一个')
    await qian.choose('当着您的面说同意')
    await qian.tap('登记下来')
    await qian.expectText('高女士可以替高奶奶办事了')
    const daughter = as(cloud, residents, 'o-gao')
    expect((await daughter('me', {})).dependants).toMatchObject([
      { name: '高奶奶', relation: 'parent', age: 85 },
    ])

    await qian.tap('替他报名')
    await qian.tap('乐高搭建课')
    await qian.tap('替高奶奶报名')
    await qian.expectText('报上了')
    const { lines } = await as(cloud, activities, staffOf.centreStaff)('roster', { activity })
    expect(lines).toMatchObject([{ name: '高奶奶', by: '钱社工', state: 'in' }])
  },
  { now: saturday },
)

describeJourney(
  'a grid worker and the desk: a tag with consent, a double, and an old man who wants to be forgotten',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    const worker = as(cloud, residents, staffOf.jingWorker)
    const born = { birthDate: '1938-08-08', home: jingHome('303') }
    const { id } = await worker('registerPerson', { name: '辛大爷', ...born })

    const zhao = await phone(staffOf.jingWorker)
    await zhao.open()
    await zhao.expectText('赵网格员')
    await zhao.open(page('tags', { person: id }))
    await zhao.choose('残疾人')
    await zhao.tap('加上“残疾人”')
    await zhao.expectText(/这个标签要本人同意才能加/)
    await zhao.choose('他签了纸质同意书')
    await zhao.tap('加上“残疾人”')
    await zhao.expectText(/到 2027年11月21日，到期自动去掉/)
    expect(await zhao.axe()).toEqual([])
    await zhao.tap('去掉标签：残疾人')
    await zhao.tap('去掉')
    await zhao.expectText(/辛大爷现在没有标签/)

    // A colleague had entered him before, without looking.
    await as(cloud, residents, staffOf.jingStaff)('registerPerson', { name: '辛大爷', ...born })
    const qian = await phone(staffOf.jingStaff)
    await qian.open()
    await qian.expectText('钱社工')
    await qian.open(page('doubles'))
    await qian.expectText('都叫辛大爷，生日一样')
    await qian.tap('辛大爷的两份记录，是同一个人')
    await qian.tap('合成一份')
    await qian.expectText('没有可能重复的记录')

    await qian.open(page('people'))
    await qian.fill('找谁', '辛大爷')
    await qian.tap('找')
    await qian.tap('辛大爷')
    await qian.tap('他要注销，删掉资料')
    await qian.tap('注销')
    await qian.expectText('请选一个')
    await qian.choose('他签了字')
    await qian.tap('注销')
    await qian.expectText('辛大爷的资料会在 2026年11月28日 删除')
    await qian.expectText('他签了字，钱社工 2026年11月21日 记下')
    expect(await qian.axe()).toEqual([])
    await qian.tap('不注销了，留下资料')
    await qian.expectNoText('辛大爷的资料会在 2026年11月28日 删除')
  },
  { now: saturday },
)
