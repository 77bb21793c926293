import type { CallError } from '@/src/api/call'
import { wordsFor } from '@/src/api/words'
import { wrongField } from '@/src/api/wrongField'
import type { ActivityDraft } from '@/types/activities'
import type { Form, Typed } from './form'

export const steps = [
  'what',
  'when',
  'seats',
  'who',
  'opening',
  'closing',
  'details',
  'questions',
  'preview',
] as const
export type Step = (typeof steps)[number]

export const stepTitles: Readonly<Record<Step, string>> = {
  what: '办什么',
  when: '什么时候',
  seats: '多少人',
  who: '谁能来',
  opening: '怎么报名',
  closing: '什么时候截止',
  details: '详细说明',
  questions: '要问的问题',
  preview: '看一看，再发布',
}

export type FieldName = keyof ActivityDraft

/** Each field of a draft: what it is called, and where it is typed. */
export const fields: Readonly<Record<FieldName, { name: string; step: Step }>> = {
  title: { name: '名称', step: 'what' },
  summary: { name: '一句话介绍', step: 'what' },
  category: { name: '类别', step: 'what' },
  placeName: { name: '地点', step: 'what' },
  node: { name: '由谁办', step: 'what' },
  sessions: { name: '时间', step: 'when' },
  seats: { name: '名额', step: 'seats' },
  waitlist: { name: '排队人数', step: 'seats' },
  heldPercent: { name: '留给替人报名的名额', step: 'seats' },
  householdCap: { name: '一家最多几人', step: 'seats' },
  eligibility: { name: '谁能来', step: 'who' },
  mode: { name: '报名方式', step: 'opening' },
  opensAt: { name: '开始报名的时间', step: 'opening' },
  drawAt: { name: '抽签的时间', step: 'opening' },
  closesAt: { name: '报名截止的时间', step: 'closing' },
  cancelUntil: { name: '最晚取消的时间', step: 'closing' },
  description: { name: '活动说明', step: 'details' },
  photo: { name: '照片', step: 'details' },
  attachments: { name: '附件', step: 'details' },
  headCount: { name: '出发前点人数', step: 'details' },
  completionPercent: { name: '来几次算学完', step: 'details' },
  questions: { name: '要问的问题', step: 'questions' },
}

const isField = (name: string): name is FieldName => name in fields

/** What is wrong: field of the form → what to do about it. */
export type Wrong = Partial<Record<FieldName, string>>

const typed = ({ day, time }: Typed): boolean => day !== '' && time !== ''
const between = (text: string, least: number, most: number): boolean =>
  text !== '' && Number(text) >= least && Number(text) <= most
const optional = (text: string, least: number, most: number): boolean =>
  text === '' || between(text, least, most)

/** What is not filled in yet, or cannot be; everything else the server decides. */
export const missing = (form: Form): Wrong => {
  const wrong: Wrong = {}
  if (!form.title.trim()) wrong.title = '请写活动的名称'
  if (!form.summary.trim()) wrong.summary = '请用一句话介绍，比如：周末一起搭一座桥'
  if (!form.category) wrong.category = '请选一个类别'
  if (!form.placeName.trim()) wrong.placeName = '请写在哪里办'
  if (!form.node) wrong.node = '请选由谁办'
  if (form.sessions.length === 0) wrong.sessions = '请填日期、开始和结束的时间'
  else if (form.sessions.some(({ start, end }) => end <= start))
    wrong.sessions = '结束的时间要比开始晚，请再看看'
  if (!between(form.seats, 1, 500)) wrong.seats = '名额是 1 到 500'
  if (!between(form.waitlist, 0, 200)) wrong.waitlist = '排队人数是 0 到 200，不排队就填 0'
  if (!between(form.heldPercent, 0, 50)) wrong.heldPercent = '最多留 50%，不留就填 0'
  if (!optional(form.householdCap, 1, 10)) wrong.householdCap = '填 1 到 10，不限就空着'
  if (!optional(form.minAge, 0, 120) || !optional(form.maxAge, 0, 120))
    wrong.eligibility = '年龄是 0 到 120 岁，不限就空着'
  else if (form.minAge !== '' && form.maxAge !== '' && Number(form.minAge) > Number(form.maxAge))
    wrong.eligibility = '最小的年龄比最大的还大，请再看看'
  if (form.opens === 'own' && !typed(form.opensAt)) wrong.opensAt = '请填日期和时间'
  if (form.closes === 'own' && !typed(form.closesAt)) wrong.closesAt = '请填日期和时间'
  if (form.cancel === 'own' && !typed(form.cancelUntil)) wrong.cancelUntil = '请填日期和时间'
  if (form.mode === 'draw' && form.draws === 'own' && !typed(form.drawAt))
    wrong.drawAt = '请填抽签的日期和时间'
  if (form.questions.some(({ label }) => !label.trim())) wrong.questions = '有一个问题还没写'
  if (!between(form.completionPercent, 0, 100)) wrong.completionPercent = '填 0 到 100'
  return wrong
}

/** What is wrong with the order of times, by the field the server names. */
const orders: Partial<Readonly<Record<FieldName, string>>> = {
  sessions: '有两次的时间叠在一起，或者第一次的时间已经过了。请改一改。',
  closesAt: '报名截止的时间，要在开始报名以后、活动结束以前。请改一改。',
  cancelUntil: '最晚取消的时间，要在开始报名以后、活动结束以前。请改一改。',
  drawAt: '抽签的时间，要在报名截止以后、活动开始以前。请改一改，或者让报名早点截止。',
}

/** The server's refusal in words that know where they stand. */
export const refusedWords = (error: CallError, field: FieldName): string =>
  (error.code === 'TimesOutOfOrder' && orders[field]) || wordsFor(error)

/** The field the server's refusal is about; null when it is about no field. */
export const refusedField = (error: CallError): FieldName | null => {
  switch (error.code) {
    case 'InvalidInput': {
      const [, name = ''] = (wrongField(error) ?? '').split('.')
      return isField(name) ? name : null
    }
    case 'TimesOutOfOrder': {
      const name = String(error.data?.field ?? '')
      return isField(name) ? name : 'sessions'
    }
    case 'OpensInPast':
      return 'opensAt'
    case 'DrawTimeNeeded':
      return 'drawAt'
    case 'TooManyPlaces':
    case 'SeatsTaken':
      return 'seats'
    case 'AlreadyDrawn':
      return 'mode'
    case 'TextRefused':
      return 'title'
    case 'FileMissing':
    case 'NotYourFile':
    case 'WrongFileType':
    case 'FileTooLarge':
      return error.data?.field === 'attachments' ? 'attachments' : 'photo'
    default:
      return null
  }
}
