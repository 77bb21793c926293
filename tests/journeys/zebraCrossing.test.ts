import { feedback } from '@/types/feedback'
import { picture } from '@/tests/centre/uploading'
import { li as sender, owners } from '@/tests/feedback/speaking'
import { describeJourney } from '@/tests/support/journey'
import { as, seedCentre, staffOf } from '@/tests/support/people'
import { at, fillDay, walks } from '@/tests/support/phone/pages'

const crossing = { name: '路口.png', type: 'image/png', content: picture(64) }
const painted = { name: '斑马线.png', type: 'image/png', content: picture(96) }

/** How the crossing stands in every list: both who report it live in one building. */
const entry = '静安里社区 12号楼 · 道路交通'

describeJourney(
  'no crossing before the gate: from a photo over grid and community to the traffic police, until who reported it stands on the painted stripes and everybody sees them',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    await owners(cloud)
    await sender(cloud)
    await sender(cloud, 'o-wang', '王大爷', '302')

    // 王大爷 does not type: he says it, in the words of his village.
    const wang = await phone('o-wang')
    await walks(wang, '王大爷', '反映')
    await wang.choose('道路交通')
    await wang.tap('开始录音')
    await wang.expectText('正在录，请说吧，方言也行')
    await wang.screenshot('speak-up-voice')
    expect(await wang.axe()).toEqual([])
    await wang.tap('说完了')
    await wang.expectText(/录好了，\d+ 秒/)
    await wang.tap('下一步')
    await wang.tap('发出去')
    await wang.expectText('已经交给网格员')

    const worker = await phone(staffOf.jingWorker)
    await walks(worker, '赵网格员', '工作台', '居民反映的事', entry)
    await worker.expectText('没有写字，请听录音或者看照片。')
    expect(await worker.hear('听录音')).toBeGreaterThan(0)
    await worker.tap('我来办')
    await worker.expectText('处理中')
    await worker.tap('别的办法')
    await worker.tap('把语音写成文字')
    await worker.fill('录音说的是', '路口没有红绿灯，孩子上学不放心')
    await worker.tap('把语音写成文字')
    await worker.expectText(/工作人员听写的：“路口没有红绿灯/)

    const li = await phone('o-li')
    await walks(li, '李奶奶', '反映')
    await li.expectText('有危险，请马上打电话')
    await li.choose('道路交通')
    // Somebody spoke of the crossing before her: where and what, and neither his words nor his voice.
    await li.expectText('是不是同一件事？附近已经有人反映了')
    await li.expectText('处理中')
    await li.expectNoText(/红绿灯/)
    await li.fill('说说怎么回事', '小区门口过马路太危险，没有斑马线')
    await li.choosing(crossing)
    await li.tap('拍照或选照片')
    await li.expectText('已经传好了')
    await li.screenshot('speak-up')
    expect(await li.axe()).toEqual([])
    // The app is closed before it is sent: what was said is still there.
    await li.open(at('feedback/speak-up'))
    await li.expectText('您上次没说完的还在')
    await li.tap('下一步')
    await li.screenshot('speak-up-where')
    expect(await li.axe()).toEqual([])
    await li.tap('发出去')
    await li.expectText('已经交给网格员')
    await li.screenshot('case-sent')
    expect(await li.axe()).toEqual([])
    const { items } = await as(cloud, feedback, 'o-li')('mine', {})
    expect(items).toMatchObject([{ number: '2026-0002', category: '道路交通' }])
    const id = items[0]!.id

    // Two of the same building and kind: he finds hers by its number.
    await worker.back()
    await worker.tap('按类别、级别、楼栋或编号找')
    await worker.fill('编号（可不填）', '2')
    await worker.tap('就看这些')
    await worker.expectText(/2026-0002/)
    await worker.expectNoText(/2026-0001/)
    await worker.screenshot('cases-to-do')
    expect(await worker.axe()).toEqual([])
    await worker.tap(entry)
    await worker.tap('我来办')
    await worker.expectText('处理中')
    await worker.screenshot('staff-case')
    expect(await worker.axe()).toEqual([])
    await worker.tap('别的办法')
    await worker.tap('问一问居民')
    await worker.fill('问什么', '是东门，还是西门？')
    await worker.tap('问一问居民')
    await worker.expectText('等居民回答')

    // What is new stands on the first page, and leads to the message and on to the case.
    await walks(li, '李奶奶', entry, '您反映的事，想再问问您', '回答')
    await li.fill('您的回答', '东门，小学对面')
    await li.screenshot('case-answer')
    expect(await li.axe()).toEqual([])
    await li.tap('回答')
    await li.expectText(/网格员正在办/)

    await worker.open(at('feedback-staff/case', { case: id }))
    await worker.expectText('东门，小学对面')
    await worker.tap('别的办法')
    await worker.tap('交给上一级')
    await worker.fill('为什么', '要请交警来画线')
    await worker.tap('交给上一级')
    await worker.expectText('社区')

    const staff = await phone(staffOf.jingStaff, { width: 1280, height: 800 })
    await walks(staff, '钱社工', '工作台', '居民反映的事', entry)
    await staff.expectText('要请交警来画线')
    await staff.tap('别的办法')
    await staff.tap('转给外面的部门')
    await staff.fill('跟部门怎么说', '小学门口没有斑马线，请来看看')
    await staff.tap('转给外面的部门')
    await staff.expectText('转给外单位了')
    await staff.screenshot('case-referred')
    expect(await staff.axe()).toEqual([])

    await cloud.clock('2026-12-05T10:00:00+08:00')
    await staff.open(at('feedback-staff/case', { case: id }))
    await staff.tap('记下部门的答复')
    await staff.fill('怎么答复的', '下周三来画斑马线')
    await staff.tap('记下答复')
    await staff.expectText('下周三来画斑马线')
    await li.open(at('feedback/case', { case: id }))
    await li.expectText('记下了外单位的答复')

    await cloud.clock('2026-12-17T09:00:00+08:00')
    await staff.open(at('feedback-staff/case', { case: id }))
    await staff.tap('别的办法')
    await staff.tap('请居民到现场看')
    await fillDay(staff, '哪一天，30 天以内', '2026-12-19')
    await staff.fill('几点，点', '10')
    await staff.fill('几点，分', '00')
    await staff.fill('在哪儿见', '东门外的路口')
    await staff.tap('发出邀请')
    await staff.expectText('请到现场看看')

    await li.open(at('feedback/case', { case: id }))
    await li.expectText('说是办好了，请您到现场看一看')
    await li.expectText(/在东门外的路口/)
    await li.screenshot('case-invited')
    expect(await li.axe()).toEqual([])
    await li.tap('我来看')
    await li.expectText('好的，到时候见')

    await cloud.clock('2026-12-19T11:00:00+08:00')
    await staff.open(at('feedback-staff/case', { case: id }))
    await staff.tap('办好了')
    await staff.fill('怎么办好的', '斑马线画好了，居民一起看过')
    await staff.choosing(painted)
    await staff.tap('拍照或选照片')
    await staff.expectText('已经传好了')
    await staff.tap('办好了')
    await staff.expectText('办好了，等居民确认')

    await li.open(at('feedback/case', { case: id }))
    await li.tap('办好了，评一评')
    await li.choose('很满意')
    await li.choose('我拍的照片可以公开')
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

    // Nothing is on the board before staff put it there, in words that name nobody.
    await li.tap('看看别的反映')
    await li.tap('办好的事')
    await li.expectText('这里还没有')
    await staff.open(at('feedback-staff/case', { case: id }))
    await staff.tap('公开给大家看')
    await staff.fill('题目', '校门口有了斑马线')
    await staff.fill('怎么办好的', '交警来画了线，孩子们过马路踏实了')
    await staff.answer('办之前的照片', '第 1 张')
    await staff.answer('办好以后的照片', '第 2 张')
    await staff.screenshot('board-edit')
    expect(await staff.axe()).toEqual([])
    await staff.tap('公开')
    await staff.expectText('邻居反映的，已经办好了')

    await walks(wang, '王大爷', '反映', '看看我反映过的', '办好的事')
    await wang.expectText('校门口有了斑马线')
    expect(await wang.pictureWidth('办之前的照片')).toBe(64)
    expect(await wang.pictureWidth('办好以后的照片')).toBe(96)
    await wang.expectNoText(/李/)
    await wang.screenshot('solved-board')
    expect(await wang.axe()).toEqual([])
  },
  { now: '2026-11-21T08:00:00+08:00' },
)
