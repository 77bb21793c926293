import { feedback } from '@/types/feedback'
import { picture } from '@/tests/centre/uploading'
import { li as sender, owners } from '@/tests/feedback/speaking'
import { describeJourney } from '@/tests/support/journey'
import { as, seedCentre, staffOf } from '@/tests/support/people'
import { at, fillDay, goesTo } from '@/tests/support/phone/pages'

const crossing = { name: '路口.png', type: 'image/png', content: picture(64) }

describeJourney(
  'no crossing before the gate: from a photo over grid and community to the traffic police, until who reported it stands on the painted stripes',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    await owners(cloud)
    await sender(cloud)

    const li = await phone('o-li', { width: 390, height: 844 })
    await li.open()
    await li.expectText('李奶奶')
    await li.tap('反映')
    await li.expectText('有危险，请马上打电话')
    await li.choose('道路交通')
    await li.fill('说说怎么回事', '小区门口过马路太危险，没有斑马线')
    await li.choosing(crossing)
    await li.tap('拍照或选照片')
    await li.expectText('已经传好了')
    await li.screenshot('speak-up')
    expect(await li.axe()).toEqual([])
    // The app is closed before it is sent: what was said is still there.
    await goesTo(li, '李奶奶', 'feedback/speak-up')
    await li.expectText('您上次没说完的还在')
    await li.tap('下一步')
    await li.screenshot('speak-up-where')
    expect(await li.axe()).toEqual([])
    await li.tap('发出去')
    await li.expectText('已经交给网格员')
    await li.screenshot('case-sent')
    expect(await li.axe()).toEqual([])
    const { items } = await as(cloud, feedback, 'o-li')('mine', {})
    expect(items).toMatchObject([{ number: '2026-0001', category: '道路交通' }])
    const id = items[0]!.id

    const worker = await phone(staffOf.jingWorker, { width: 390, height: 844 })
    await goesTo(worker, '赵网格员', 'feedback-staff/list')
    await worker.expectText('道路交通')
    await worker.screenshot('cases-to-do')
    expect(await worker.axe()).toEqual([])
    await worker.open(at('feedback-staff/case', { case: id }))
    await worker.tap('我来办')
    await worker.expectText('赵网格员在办')
    await worker.screenshot('staff-case')
    expect(await worker.axe()).toEqual([])
    await worker.tap('别的办法')
    await worker.tap('交给上一级')
    await worker.fill('为什么', '要请交警来画线')
    await worker.tap('交给上一级')
    await worker.expectText('社区')

    const staff = await phone(staffOf.jingStaff, { width: 1280, height: 800 })
    await goesTo(staff, '钱社工', 'feedback-staff/case', { case: id })
    await staff.expectText('要请交警来画线')
    await staff.tap('别的办法')
    await staff.tap('转给外面的部门')
    await staff.fill('跟部门怎么说', '小学门口没有斑马线，请来看看')
    await staff.tap('转给外面的部门')
    await staff.expectText('转给外单位了')
    await staff.screenshot('case-referred')
    expect(await staff.axe()).toEqual([])

    await cloud.clock('2026-12-05T10:00:00+08:00')
    await goesTo(staff, '钱社工', 'feedback-staff/case', { case: id })
    await staff.tap('记下部门的答复')
    await staff.fill('怎么答复的', '下周三来画斑马线')
    await staff.tap('记下答复')
    await staff.expectText('下周三来画斑马线')
    await goesTo(li, '李奶奶', 'feedback/case', { case: id })
    await li.expectText('记下了外单位的答复')

    await cloud.clock('2026-12-17T09:00:00+08:00')
    await goesTo(staff, '钱社工', 'feedback-staff/case', { case: id })
    await staff.tap('别的办法')
    await staff.tap('请居民到现场看')
    await fillDay(staff, '哪一天，30 天以内', '2026-12-19')
    await staff.fill('几点，点', '10')
    await staff.fill('几点，分', '00')
    await staff.fill('在哪儿见', '东门外的路口')
    await staff.tap('发出邀请')
    await staff.expectText('请到现场看看')

    await goesTo(li, '李奶奶', 'feedback/case', { case: id })
    await li.expectText('说是办好了，请您到现场看一看')
    await li.expectText(/在东门外的路口/)
    await li.screenshot('case-invited')
    expect(await li.axe()).toEqual([])
    await li.tap('我来看')
    await li.expectText('好的，到时候见')

    await cloud.clock('2026-12-19T11:00:00+08:00')
    await goesTo(staff, '钱社工', 'feedback-staff/case', { case: id })
    await staff.tap('办好了')
    await staff.fill('怎么办好的', '斑马线画好了，居民一起看过')
    await staff.tap('办好了')
    await staff.expectText('办好了，等居民确认')

    await goesTo(li, '李奶奶', 'feedback/case', { case: id })
    await li.tap('办好了，评一评')
    await li.choose('很满意')
    await li.screenshot('case-judge')
    expect(await li.axe()).toEqual([])
    await li.tap('确认办好了')
    await li.expectText('您说办好了，谢谢您')
    await li.screenshot('case-confirmed')
    expect(await li.axe()).toEqual([])
    expect(await as(cloud, feedback, 'o-li')('show', { case: id })).toMatchObject({
      state: 'confirmed',
      category: '道路交通',
      rating: { stars: 5 },
      photos: [{ state: 'passed' }],
    })
  },
  { now: '2026-11-21T08:00:00+08:00' },
)
