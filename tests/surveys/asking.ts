import type { SurveyAnswers, SurveyDraft, SurveyQuestion } from '@/types/surveys'
import { surveys } from '@/types/surveys'
import type { TestCloud } from '../support/cloud'
import { as, newKey, places, staffOf } from '../support/people'

const asked = { hint: '', section: '', required: true, showIf: null } as const

/** One question of each kind, and one that is asked only of who uses the canteen. */
export const questions: SurveyQuestion[] = [
  {
    ...asked,
    id: 'q1',
    kind: 'single',
    words: '您去过共享餐厅吗',
    options: [
      { id: 'o1', words: '去过' },
      { id: 'o2', words: '没去过' },
    ],
    other: true,
  },
  {
    ...asked,
    id: 'q2',
    kind: 'scale',
    words: '饭菜怎么样',
    from: 1,
    to: 5,
    low: '不好',
    high: '很好',
    showIf: { question: 'q1', anyOf: ['o1'] },
  },
  {
    ...asked,
    id: 'q3',
    kind: 'multiple',
    words: '想要哪些活动',
    options: [
      { id: 'o1', words: '书画' },
      { id: 'o2', words: '唱歌' },
      { id: 'o3', words: '太极' },
    ],
    other: false,
    least: 1,
    most: 2,
  },
  {
    ...asked,
    id: 'q4',
    kind: 'matrix',
    words: '这几样您满意吗',
    rows: [
      { id: 'r1', words: '楼道卫生' },
      { id: 'r2', words: '楼下停车' },
    ],
    columns: [
      { id: 'c1', words: '满意' },
      { id: 'c2', words: '不满意' },
    ],
  },
  { ...asked, id: 'q5', kind: 'text', words: '还想对我们说什么', required: false },
]

export const answered = (changes: SurveyAnswers = {}): SurveyAnswers => ({
  q1: { kind: 'single', option: 'o1' },
  q2: { kind: 'scale', value: 4 },
  q3: { kind: 'multiple', options: ['o1', 'o3'] },
  q4: { kind: 'matrix', cells: { r1: 'c1', r2: 'c2' } },
  ...changes,
})

const hour = 60 * 60_000
export const at = (time: string) => Date.parse(`2026-${time}:00+08:00`)

export const draft = (changes: Partial<SurveyDraft> = {}): SurveyDraft => ({
  title: '邻里生活问卷',
  about: '听听大家的想法',
  target: { node: places.jing, fromAge: null, toAge: null, tags: [] },
  per: 'person',
  anonymous: false,
  mayChange: false,
  opens: at('11-21T08:00') - hour,
  closes: at('11-28T20:00'),
  questions,
  ...changes,
})

export const jingStaff = (cloud: TestCloud) => as(cloud, surveys, staffOf.jingStaff)

/** A survey that is open; its id. */
export const published = async (
  cloud: TestCloud,
  changes: Partial<SurveyDraft> = {},
  staff: string = staffOf.jingStaff,
): Promise<string> => {
  const call = as(cloud, surveys, staff)
  const { id, rev } = await call('saveDraft', { draft: draft(changes) })
  await call('publish', { survey: id, rev })
  return id
}

export const answering = (
  cloud: TestCloud,
  openid: string,
  survey: string,
  {
    answers = answered(),
    key = newKey(),
    forResident,
  }: {
    answers?: SurveyAnswers
    key?: string
    forResident?: string
  } = {},
) =>
  as(
    cloud,
    surveys,
    openid,
  )('answer', {
    key,
    survey,
    version: 1,
    answers,
    ...(forResident !== undefined && { forResident }),
  })

export const all = async <T>(cloud: TestCloud, collection: string): Promise<T[]> =>
  ((await cloud.admin.collection(collection).limit(1000).get()) as { data: T[] }).data
