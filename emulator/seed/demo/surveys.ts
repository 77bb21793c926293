import { addDays, dayOf, instantOf, type Day, type Instant } from '@/types/shared/day'
import type { SurveyAnswers, SurveyDraft, SurveyQuestion } from '@/types/surveys'
import type { Phones } from './index'

interface Place {
  today: Day
  now: Instant
  community: string
  newKey: () => string
}

const asked = { hint: '', section: '', required: true, showIf: null } as const
const named = (letter: string, words: readonly string[]) =>
  words.map((each, i) => ({ id: `${letter}${i + 1}`, words: each }))

/** Seventeen questions, as report 003 says there were; what they ask is ours. */
export const seventeen: SurveyQuestion[] = [
  {
    ...asked,
    id: 'q1',
    kind: 'single',
    section: '您和您家',
    words: '您在这里住了多少年',
    options: named('o', ['不到 3 年', '3 到 10 年', '10 年以上']),
    other: false,
  },
  {
    ...asked,
    id: 'q2',
    kind: 'multiple',
    words: '家里有哪些人',
    options: named('o', ['60 岁以上的老人', '上学的孩子', '不到 6 岁的孩子', '只有我一个人']),
    other: true,
    least: 1,
    most: 5,
  },
  {
    ...asked,
    id: 'q3',
    kind: 'single',
    words: '平时谁来接送、照看孩子',
    options: named('o', ['爸爸妈妈', '爷爷奶奶、外公外婆', '请人照看']),
    other: true,
    showIf: { question: 'q2', anyOf: ['o2', 'o3'] },
  },
  {
    ...asked,
    id: 'q4',
    kind: 'scale',
    section: '吃饭和身体',
    words: '您常去共享餐厅吗',
    from: 0,
    to: 5,
    low: '没去过',
    high: '天天去',
  },
  {
    ...asked,
    id: 'q5',
    kind: 'multiple',
    words: '餐厅哪里可以更好',
    hint: '去过的人说说',
    options: named('o', ['味道', '价钱', '软烂好嚼', '送饭上门', '都挺好']),
    other: true,
    least: 1,
    most: 3,
    showIf: { question: 'q4', anyOf: ['1', '2', '3', '4', '5'] },
  },
  {
    ...asked,
    id: 'q6',
    kind: 'multiple',
    words: '想听哪些健康方面的课',
    options: named('o', ['血压血糖', '中医养生', '营养搭配', '颈肩腰腿', '睡眠']),
    other: true,
    least: 1,
    most: 3,
  },
  {
    ...asked,
    id: 'q7',
    kind: 'single',
    words: '走路、上下楼方便吗',
    options: named('o', ['很方便', '慢一点可以', '不太方便', '出不了门']),
    other: false,
  },
  {
    ...asked,
    id: 'q8',
    kind: 'text',
    words: '要是有人上门帮忙，最想帮什么',
    required: false,
    showIf: { question: 'q7', anyOf: ['o3', 'o4'] },
  },
  {
    ...asked,
    id: 'q9',
    kind: 'multiple',
    section: '社区学院',
    words: '社区学院开什么课，您会来',
    options: named('o', ['书画', '声乐舞蹈', '读书会', '用手机', '亲子课', '法律', '健身']),
    other: true,
    least: 1,
    most: 3,
  },
  {
    ...asked,
    id: 'q10',
    kind: 'single',
    words: '什么时候上课最合适',
    options: named('o', ['平日上午', '平日下午', '平日晚上', '周末']),
    other: false,
  },
  {
    ...asked,
    id: 'q11',
    kind: 'single',
    words: '您愿意自己来教吗',
    options: named('o', ['愿意', '可以帮忙', '不了']),
    other: false,
  },
  {
    ...asked,
    id: 'q12',
    kind: 'text',
    words: '您会教什么',
    hint: '比如：剪纸、二胡、修家电',
    showIf: { question: 'q11', anyOf: ['o1', 'o2'] },
  },
  {
    ...asked,
    id: 'q13',
    kind: 'matrix',
    section: '住得怎么样',
    words: '下面几样，您满意吗',
    rows: named('r', ['楼道卫生', '路灯', '停车', '绿化']),
    columns: named('c', ['满意', '一般', '不满意']),
  },
  {
    ...asked,
    id: 'q14',
    kind: 'single',
    words: '楼里最想先办的是哪件事',
    options: named('o', ['加装电梯', '楼道扶手和灯', '垃圾分类点', '充电车棚']),
    other: true,
  },
  {
    ...asked,
    id: 'q15',
    kind: 'scale',
    words: '有事找社区，办得快不快',
    from: 1,
    to: 10,
    low: '很慢',
    high: '很快',
  },
  {
    ...asked,
    id: 'q16',
    kind: 'multiple',
    words: '您从哪里知道社区的消息',
    options: named('o', ['小程序', '微信群', '楼下告示', '网格员', '邻居']),
    other: true,
    least: 1,
    most: 6,
  },
  { ...asked, id: 'q17', kind: 'text', words: '还有什么想对社区说', required: false },
]

/** What somebody of the demo might say; `n` makes them differ. */
const answersOf = (n: number): SurveyAnswers => ({
  q1: { kind: 'single', option: `o${(n % 3) + 1}` },
  q2: { kind: 'multiple', options: n % 2 === 0 ? ['o1'] : ['o1', 'o2'] },
  ...(n % 2 === 1 && { q3: { kind: 'single', option: 'o2' } as const }),
  q4: { kind: 'scale', value: (n * 2) % 6 },
  q5: { kind: 'multiple', options: n % 3 === 0 ? ['o5'] : ['o1', 'o3'] },
  q6: { kind: 'multiple', options: ['o1', n % 2 === 0 ? 'o2' : 'o4'] },
  q7: { kind: 'single', option: `o${(n % 3) + 1}` },
  q8: { kind: 'text', text: '帮忙买菜，拿药（演示）' },
  q9: { kind: 'multiple', options: n % 2 === 0 ? ['o1', 'o4'] : ['o5', 'o7'] },
  q10: { kind: 'single', option: n % 2 === 0 ? 'o1' : 'o4' },
  q11: { kind: 'single', option: n === 2 ? 'o1' : 'o3' },
  q12: { kind: 'text', text: '会修家电，也会写春联（演示）' },
  q13: {
    kind: 'matrix',
    cells: { r1: 'c1', r2: n % 2 === 0 ? 'c2' : 'c1', r3: 'c3', r4: 'c1' },
  },
  q14: { kind: 'single', option: `o${(n % 2) + 1}` },
  q15: { kind: 'scale', value: 6 + (n % 4) },
  q16: { kind: 'multiple', options: ['o1', 'o4'] },
  ...(n === 0 && { q17: { kind: 'text', text: '楼下多放几把椅子就好了（演示）' } as const }),
})

/** A survey of seventeen questions that some have answered, and one that is still being written. */
export const askResidents = async (
  as: Phones,
  { today, now, community, newKey }: Place,
): Promise<void> => {
  const staff = as('demo-staff')
  const draft: SurveyDraft = {
    title: '社区学院和邻里生活问卷（演示）',
    about: '想知道大家需要什么，好安排明年的课和要办的事。大约要 5 分钟。',
    target: { node: community, fromAge: 18, toAge: null, tags: [] },
    per: 'person',
    anonymous: false,
    mayChange: true,
    opens: instantOf(today, '08:00') - 24 * 60 * 60_000,
    closes: instantOf(addDays(dayOf(now), 7), '20:00'),
    questions: seventeen,
  }
  const { id: survey, rev } = await staff('surveys', 'saveDraft', { key: newKey(), draft })
  await staff('surveys', 'publish', { key: newKey(), survey, rev })
  const answering = ['demo-elder', 'demo-daughter', 'demo-volunteer', 'demo-grid']
  for (const [n, openid] of answering.entries())
    await as(openid)('surveys', 'answer', {
      key: newKey(),
      survey,
      version: 1,
      answers: answersOf(n),
    })
  await staff('surveys', 'saveDraft', {
    key: newKey(),
    draft: {
      ...draft,
      title: '楼道扶手装在哪里（演示）',
      about: '',
      per: 'household',
      mayChange: false,
      opens: null,
      closes: null,
      questions: seventeen.slice(6, 8),
    },
  })
}
