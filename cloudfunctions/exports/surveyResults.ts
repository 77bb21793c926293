import type { Workbook } from 'exceljs'
import { writtenIn } from '@/domain/surveys/answers'
import { shownParts } from '@/domain/surveys/counts'
import { bandName } from '@/domain/surveys/bands'
import { everybody } from '@/domain/surveys/target'
import { dayOf, timeOf } from '@/types/shared/day'
import { otherOption } from '@/types/shared/surveyLimits'
import type { SurveyAnswer, SurveyFigures, SurveyQuestion } from '@/types/surveys'
import { keepFile } from '../kit/files'
import { randomToken } from '../kit/ids'
import { personsNow } from '../residents/store'
import {
  answersOfAll,
  countedVersions,
  figuresIn,
  slicesShown,
  type CountedVersion,
} from '../surveys/figures'
import { publishedOne } from '../surveys/show'
import { answers, headFields, resultFiles, surveys, type AnswerDoc } from '../surveys/store'

/** Answers of one request. */
const stretch = 500

/** Makes the table somebody asked for, once: what all come to, then a sheet of answers for each version. */
export const makeSurveyResults = async (centre: string, wish: string): Promise<void> => {
  const store = resultFiles.of(centre)
  const asked = await store.get(wish)
  if (!asked || asked.file !== null) return
  const survey = publishedOne(await surveys.of(centre).get(asked.survey, headFields))
  const all = await countedVersions(survey)
  // It starts slowly, and is only needed here.
  const { default: excel } = await import('exceljs')
  const book = new excel.Workbook()
  const { title, anonymous } = survey.head
  const sums = book.addWorksheet('合计')
  sums.columns = [{ width: 44 }, { width: 12 }, { width: 12 }]
  sums.addRow([title]).font = { bold: true, size: 14 }
  sums.addRow(['导出日期', asked.day])
  sums.addRow(['答卷', answersOfAll(all)])
  if (survey.audience !== null)
    sums.addRow([survey.head.per === 'person' ? '该填的人数' : '该填的户数', survey.audience])
  for (const part of await slicesShown(centre, all))
    sums.addRow([
      `其中 ${part.kind === 'age' ? bandName(part.id) : (part.label ?? '住址不清楚')}`,
      part.answers,
    ])
  const versions = anonymous
    ? shownParts(all.map((one) => ({ one, answers: answersOfAll([one]) }))).map(({ one }) => one)
    : all
  if (all.length > 1) sums.addRow(['题目没改过的，各版一起算；改过的只算最后一版'])
  writeFigures(book, figuresIn(all, undefined, everybody))
  // Of an anonymous survey, too few answers of one version would show who gave them.
  for (const one of versions) await writeAnswers(book, centre, asked.survey, one, anonymous)
  const content = Buffer.from(await book.xlsx.writeBuffer())
  const file = await keepFile(`exports/${centre}/${randomToken()}.xlsx`, content)
  await store.change(wish, { file }, { file: null })
}

const share = (count: number, of: number) => (of === 0 ? 0 : count / of)

const writeFigures = (book: Workbook, figures: readonly SurveyFigures[]): void => {
  const sheet = book.getWorksheet('合计')!
  const counted = (words: string, count: number, of: number) => {
    sheet.addRow([words, count, share(count, of)]).getCell(3).numFmt = '0.0%'
  }
  for (const { number, words, answered, options, rows, mean, texts, kind } of figures) {
    sheet.addRow([])
    sheet.addRow([`${number}. ${words}`, '人数', '占比']).font = { bold: true }
    sheet.addRow(['答了这一题的', answered])
    for (const option of options) counted(option.words, option.count, answered)
    for (const row of rows)
      for (const column of row.columns)
        counted(`${row.words}：${column.words}`, column.count, answered)
    if (mean !== null) sheet.addRow(['平均', mean]).getCell(2).numFmt = '0.00'
    if (kind === 'text') sheet.addRow(['写了字的', texts])
  }
}

const writeAnswers = async (
  book: Workbook,
  centre: string,
  survey: string,
  { document: { version, questions } }: CountedVersion,
  anonymous: boolean,
): Promise<void> => {
  const sheet = book.addWorksheet(`第 ${version} 版答卷`)
  const columns = questions.flatMap(columnsOf)
  sheet.addRow([
    '序号',
    ...(anonymous ? [] : ['时间', '姓名', '代填']),
    ...columns.map(({ title }) => title),
  ]).font = { bold: true }
  let number = 0
  let after: string | undefined
  do {
    const page = await answers.of(centre).page({
      where: { survey, version, inTotals: true },
      by: ['_id', 'asc'],
      after,
      limit: stretch,
    })
    const names = await personsNow(
      centre,
      page.documents.flatMap(({ person }) => person ?? []),
    )
    for (const one of page.documents)
      sheet.addRow([
        ++number,
        ...(anonymous ? [] : whoseIs(one, names.get(one.person ?? '')?.facts.name)),
        ...columns.map(({ said }) => {
          const answer = one.answers[said.question]
          return answer === undefined ? '' : said.of(answer)
        }),
      ])
    after = page.next ?? undefined
  } while (after !== undefined)
}

/** Cells that begin like a formula are text: exceljs writes strings as strings, never as formulas. */
const whoseIs = ({ at, byName, onRecord }: AnswerDoc, name: string | undefined): string[] => [
  at === null ? '' : `${dayOf(at)} ${timeOf(at)}`,
  name ?? (onRecord ? '' : '没有登记的'),
  byName ?? '',
]

interface Column {
  title: string
  said: { question: string; of: (answer: SurveyAnswer) => string | number }
}

/** One column a question; of a matrix one each row. */
const columnsOf = (question: SurveyQuestion, i: number): Column[] => {
  const { id, words } = question
  const title = `${i + 1}. ${words}`
  if (question.kind === 'matrix')
    return question.rows.map((row) => ({
      title: `${title}：${row.words}`,
      said: {
        question: id,
        of: (answer) =>
          answer.kind === 'matrix' ? wordsOf(question.columns, answer.cells[row.id] ?? '') : '',
      },
    }))
  return [{ title, said: { question: id, of: (answer) => cellOf(question, answer) } }]
}

const wordsOf = (named: readonly { id: string; words: string }[], id: string): string =>
  named.find((one) => one.id === id)?.words ?? ''

const cellOf = (question: SurveyQuestion, answer: SurveyAnswer): string | number => {
  switch (answer.kind) {
    case 'scale':
      return answer.value
    case 'text':
      return answer.text
    case 'matrix':
      return ''
    default: {
      const chosen = answer.kind === 'single' ? [answer.option] : answer.options
      const options = 'options' in question ? question.options : []
      return chosen
        .map((option) =>
          option === otherOption
            ? ['其他', writtenIn(answer)].filter(Boolean).join('：')
            : wordsOf(options, option),
        )
        .join('；')
    }
  }
}
