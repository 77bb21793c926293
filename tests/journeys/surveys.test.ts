import readExcel from 'read-excel-file/node'
import { seventeen } from '@/emulator/seed/demo/surveys'
import { surveys } from '@/types/surveys'
import type { SurveyAnswers } from '@/types/surveys'
import { jingStaff, published } from '@/tests/surveys/asking'
import { describeJourney } from '@/tests/support/journey'
import {
  as,
  jingHome,
  places,
  resident,
  saturday,
  seedCentre,
  staffOf,
} from '@/tests/support/people'
import { at, walks } from '@/tests/support/phone/pages'
import type { Phone } from '@/tests/support/phone/phone'

const title = '社区学院和邻里生活问卷'

/** What is said at a door, page by page: of the seventeen, who lives alone and never went to the canteen is asked thirteen. */
const fillIn = async (phone: Phone, best: string): Promise<void> => {
  await phone.tap('开始填')
  await phone.expectText('第 1 到 2 题，共 17 题')
  await phone.answer('1. 您在这里住了多少年', '10 年以上')
  await phone.choose('60 岁以上的老人')
  await phone.tap('下一页')
  await phone.expectText('第 4 到 7 题，共 17 题')
  await phone.answer('4. 您常去共享餐厅吗', '0 分 没去过')
  await phone.choose('血压血糖')
  await phone.answer('7. 走路、上下楼方便吗', '很方便')
  await phone.tap('下一页')
  await phone.choose('书画')
  await phone.answer('10. 什么时候上课最合适', '平日上午')
  await phone.answer('11. 您愿意自己来教吗', '不了')
  await phone.tap('下一页')
  await phone.expectText('第 13 到 17 题，共 17 题')
  for (const row of ['楼道卫生', '路灯', '绿化']) await phone.answer(row, '满意')
  await phone.answer('停车', '不满意')
  await phone.answer('14. 楼里最想先办的是哪件事', best)
  // One was forgotten: it is named, and the others stay.
  await phone.choose('邻居')
  await phone.tap('填好了，交上去')
  await phone.expectText('还有没填好的，请看标红的地方')
  await phone.answer('15. 有事找社区，办得快不快', '8 分')
  await phone.tap('填好了，交上去')
}

const atHome: SurveyAnswers = {
  q1: { kind: 'single', option: 'o1' },
  q2: { kind: 'multiple', options: ['o4'] },
  q4: { kind: 'scale', value: 0 },
  q6: { kind: 'multiple', options: ['o1'] },
  q7: { kind: 'single', option: 'o1' },
  q9: { kind: 'multiple', options: ['o1'] },
  q10: { kind: 'single', option: 'o1' },
  q11: { kind: 'single', option: 'o3' },
  q13: { kind: 'matrix', cells: { r1: 'c1', r2: 'c1', r3: 'c3', r4: 'c1' } },
  q14: { kind: 'single', option: 'o2' },
  q15: { kind: 'scale', value: 5 },
  q16: { kind: 'multiple', options: ['o5'] },
}

describeJourney(
  '赵网格员 takes seventeen questions from door to door without a network, and the results are right',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    await resident(cloud, 'o-li', '李奶奶', { birthDate: '1942-03-01', home: jingHome('301') })
    await resident(cloud, 'o-wang', '王叔叔', { birthDate: '1970-01-01', home: jingHome('401') })
    const target = { node: places.jing, fromAge: null, toAge: null, tags: [] }
    const survey = await published(cloud, {
      ...{ title, target, per: 'household', questions: seventeen },
    })

    const zhao = await phone(staffOf.jingWorker)
    await walks(zhao, '赵网格员', '工作台', '问卷调查', title)
    await zhao.expectText('名单都在手机里了，没有网络也能填。0/2 户办完了')
    await zhao.screenshot('survey-door')
    expect(await zhao.axe()).toEqual([])
    await zhao.tap('12号楼')
    // The page of a door is on the phone once one was opened.
    await zhao.tap('静安里社区 12号楼 2单元301室')
    await zhao.expectText('李奶奶（1942 年生）')
    expect(await zhao.axe()).toEqual([])
    await zhao.back()
    await zhao.tap('名单上没有的一户')
    await zhao.expectText('哪栋楼')
    await zhao.back()
    await zhao.expectText('还没办完')

    await zhao.offline(true)
    await zhao.tap('静安里社区 12号楼 2单元301室')
    await fillIn(zhao, '加装电梯')
    await zhao.expectText('有 1 份还在这部手机里')
    await zhao.tap('静安里社区 12号楼 2单元401室')
    await fillIn(zhao, '加装电梯')
    await zhao.expectText('有 2 份还在这部手机里')
    await zhao.tap('名单上没有的一户')
    await zhao.choose('静安里社区 12号楼')
    await zhao.fill('单元（可不填）', '2')
    await zhao.fill('几室', '502')
    await zhao.tap('下一步')
    await fillIn(zhao, '充电车棚')
    await zhao.expectText('有 3 份还在这部手机里')
    await zhao.screenshot('survey-door-offline')
    expect(await zhao.axe()).toEqual([])
    expect((await cloud.admin.collection('survey_answers').count()).total).toBe(0)

    // Somebody of 401 answers at home meanwhile.
    await as(cloud, surveys, 'o-wang')('answer', { survey, version: 1, answers: atHome })

    // The phone is put away and taken out again where the cloud is still out of reach: nothing is lost.
    await cloud.fault({ action: 'call', kind: 'error', times: 100_000 })
    await zhao.offline(false)
    await zhao.open(at('surveys-staff/door', { survey }))
    await zhao.expectText('有 3 份还在这部手机里')
    await zhao.expectText('2/2 户办完了')

    await cloud.clearFaults()
    await zhao.offline(true)
    await zhao.offline(false)
    await zhao.expectNoText('还在这部手机里')
    // What 401 said at home stands; what was said at the door is still there to be looked at.
    await zhao.expectText(/这一户已经填过了.*王叔叔填的/)
    await zhao.tap('看看填了什么')
    await zhao.expectText('14. 楼里最想先办的是哪件事：加装电梯')
    await zhao.screenshot('survey-door-refused')
    expect(await zhao.axe()).toEqual([])
    await zhao.tap('知道了，去掉这一份')
    await zhao.expectNoText('这一户已经填过了')

    await cloud.clock('2026-11-21T09:00:00+08:00')
    await cloud.timer('jobs')
    const results = await jingStaff(cloud)('results', { survey })
    expect(results).toMatchObject({ answers: 3, onRecord: 2, audience: 2 })
    const counts = (n: number) => results.questions[n - 1]?.options.map(({ count }) => count)
    expect(counts(1)).toEqual([1, 0, 2])
    expect(counts(14)).toEqual([1, 1, 0, 1, 0])
    expect(results.questions[14]).toMatchObject({ answered: 3, mean: 7 })
    // Who was not asked is not counted.
    expect(results.questions[2]?.answered).toBe(0)

    const qian = await phone(staffOf.jingStaff)
    await walks(qian, '钱社工', '工作台', '问卷调查', title, '看结果')
    await qian.expectText('3 份')
    await qian.expectText('3 人答了，平均 7 分')
    await qian.screenshot('survey-results')
    expect(await qian.axe()).toEqual([])
    const [sums, answers] = await readExcel(await qian.read('导出 Excel 表格'))
    const line = (words: string) => sums!.data.find(([first]) => first === words)
    expect(line('答卷')?.[1]).toBe(3)
    expect(line('加装电梯')?.[1]).toBe(1)
    expect(line('停车：不满意')?.[1]).toBe(3)
    expect(answers!.data).toHaveLength(4)
  },
  { now: saturday },
)

describeJourney(
  '钱社工 writes a survey on her phone, and 李奶奶 answers it one question at a time',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    await resident(cloud, 'o-li', '李奶奶', { birthDate: '1942-03-01', home: jingHome('301') })
    const qian = await phone(staffOf.jingStaff, { width: 320, height: 568 })
    await walks(qian, '钱社工', '工作台', '问卷调查', '写一份新问卷')
    await qian.fill('问卷叫什么', '楼道扶手')
    for (let step = 0; step < 3; step++) await qian.tap('下一步')
    await qian.tap('存好')
    await qian.expectText('0 道题')
    await qian.tap('加一道题')
    await qian.choose('选一个')
    await qian.fill('题目', '要装扶手吗')
    await qian.tap('下一步')
    await qian.fill('选项', '要\n不要')
    expect(await qian.axe()).toEqual([])
    await qian.tap('存好')
    await qian.expectText('1. 要装扶手吗')
    await qian.tap('加一道题')
    await qian.choose('写几句')
    await qian.fill('题目', '装在哪里')
    await qian.tap('下一步')
    await qian.choose('看第 1 题怎么答')
    await qian.choose('要')
    await qian.tap('存好')
    await qian.expectText('2 道题')
    await qian.tap('预览')
    await qian.expectText('这是居民看到的样子')
    await qian.tap('不看了，返回')
    await qian.tap('发布')
    await qian.screenshot('survey-publish')
    expect(await qian.axe()).toEqual([])
    await qian.tap('是的，发布')
    await qian.expectText('正在填')

    const li = await phone('o-li', { width: 320, height: 568 })
    await walks(li, '李奶奶', '换成长辈版', '邻里议事', '问卷', '我来填')
    await li.expectText('第 1 题，共 2 题')
    await li.answer('1. 要装扶手吗', '要')
    await li.screenshot('survey-fill-elder')
    expect(await li.axe()).toEqual([])
    await li.tap('下一题')
    await li.fill('2. 装在哪里（可不填）', '三楼拐角')
    await li.tap('上一题')
    await li.expectText('1. 要装扶手吗')
    await li.tap('下一题')
    await li.tap('交上去')
    await li.expectText('填好了')
    expect(await li.axe()).toEqual([])
  },
  { now: saturday },
)
