import { bandName } from '@/domain/surveys/bands'
import { otherOption } from '@/types/shared/surveyLimits'
import type {
  QuestionKind,
  SurveyAnswer,
  SurveyFigures,
  SurveyHead,
  SurveyQuestion,
  SurveySlice,
  SurveyState,
  VisitOutcome,
} from '@/types/surveys'
import type { Instant } from '@/types/shared/day'
import type { Said } from './activities'
import { whenSaid } from './time'

/** What a question asks for. */
export const kindNames: Readonly<Record<QuestionKind, { label: string; detail: string }>> = {
  single: { label: '选一个', detail: '几个答案里选一个' },
  multiple: { label: '选几个', detail: '几个答案里可以选好几个' },
  scale: { label: '打分', detail: '从低到高打一个分' },
  text: { label: '写几句', detail: '自己写，最多 300 个字' },
  matrix: { label: '表格', detail: '几样东西，每样选一个' },
}

export const surveySaid = (state: SurveyState): Said => {
  switch (state) {
    case 'draft':
      return { label: '还没发布', tone: 'plain', drawing: 'pen' }
    case 'coming':
      return { label: '还没开始', tone: 'gold', drawing: 'clock' }
    case 'open':
      return { label: '正在填', tone: 'pine', drawing: 'check' }
    case 'closed':
      return { label: '结束了', tone: 'plain', drawing: 'close' }
  }
}

export const outcomeSaid: Readonly<Record<VisitOutcome, Said & { choice: string }>> = {
  notHome: { label: '不在家，再来', tone: 'gold', drawing: 'house', choice: '不在家，再来' },
  later: { label: '改天再来', tone: 'gold', drawing: 'clock', choice: '说好改天再来' },
  refused: { label: '不愿意填', tone: 'plain', drawing: 'close', choice: '不愿意填' },
}

/** Whether it can be answered at a moment: a list that was read before may be looked at much later. */
export const isOpenAt = ({ opens, closes }: SurveyHead, now: Instant): boolean =>
  now >= opens && now < closes

/** 第 3 题，共 17 题; 第 1 到 5 题，共 17 题. */
export const placeSaid = (numbers: readonly number[], all: number): string => {
  const first = numbers[0] ?? 1
  const last = numbers.at(-1) ?? first
  return `第 ${first === last ? first : `${first} 到 ${last}`} 题，共 ${all} 题`
}

/** 17 道题 · 每户填一份 · 匿名 · 11月28日 星期六 下午 8:00 截止 */
export const surveyAbout = (
  { questions, per, anonymous, closes }: SurveyHead,
  now: Instant,
): string =>
  [
    `${questions} 道题`,
    per === 'household' ? '每户填一份' : '每人填一份',
    anonymous ? '不记名字' : '记名字',
    `${whenSaid(closes, now)} 截止`,
  ].join(' · ')

/** How it is with names: what staff will see. */
export const namesSaid = ({ anonymous, mayChange }: SurveyHead): string =>
  anonymous
    ? '这份问卷不记名字：只记下您填过了，填了什么和您的名字分开放，谁也对不上。'
    : `这份问卷记名字，只有社区的工作人员看得到。${mayChange ? '截止以前可以改。' : '交了以后不能改。'}`

/** 52 人，40% */
export const countSaid = (count: number, of: number): string =>
  `${count} 人，${of === 0 ? 0 : Math.round((count / of) * 100)}%`

export const sliceSaid = ({ id, kind, label }: SurveySlice): string =>
  kind === 'age' ? bandName(id) : (label ?? '住址不清楚')

/** What an answer says, in words. */
export const answerSaid = (question: SurveyQuestion, answer: SurveyAnswer): string => {
  const wordsOf = (named: readonly { id: string; words: string }[], id: string) =>
    named.find((one) => one.id === id)?.words ?? ''
  switch (answer.kind) {
    case 'scale':
      return `${answer.value} 分`
    case 'text':
      return answer.text
    case 'matrix':
      return question.kind === 'matrix'
        ? question.rows
            .map(
              ({ id, words }) => `${words}：${wordsOf(question.columns, answer.cells[id] ?? '')}`,
            )
            .join('；')
        : ''
    case 'single':
    case 'multiple': {
      const options = 'options' in question ? question.options : []
      const chosen = answer.kind === 'single' ? [answer.option] : answer.options
      return chosen
        .map((id) => (id === otherOption ? `其他：${answer.other ?? ''}` : wordsOf(options, id)))
        .join('、')
    }
  }
}

/** A question's figures read aloud: what most said, or how it was rated. */
export const figuresSaid = ({ words, answered, options, mean, rows }: SurveyFigures): string => {
  if (answered === 0) return `${words}，还没有人答。`
  if (mean !== null) return `${words}，${answered} 人打分，平均 ${mean} 分。`
  const most = (some: readonly { words: string; count: number }[]) =>
    [...some].sort((a, b) => b.count - a.count)[0]
  const first = most(options)
  if (first) return `${words}，选“${first.words}”的最多，${countSaid(first.count, answered)}。`
  return `${words}。${rows.map((row) => `${row.words}，最多的是${most(row.columns)?.words ?? ''}`).join('；')}。`
}
