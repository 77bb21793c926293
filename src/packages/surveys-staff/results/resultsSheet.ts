import { now } from '@/src/api/clock'
import { countSaid } from '@/src/words/surveys'
import { whenSaid } from '@/src/words/time'
import type { Printout } from '@/types/centre'
import type { SurveyResults } from '@/types/surveys'

/** A sheet holds so many tables. */
const mostTables = 60

/** The figures on A4: a table for each question. */
export const resultsSheet = ({ survey, answers, questions }: SurveyResults): Printout => ({
  title: `问卷结果：${survey.title}`,
  notes: [`${answers} 份答卷`, `${whenSaid(now(), now())} 打印`],
  tables: questions
    .slice(0, mostTables)
    .map(({ number, words, answered, options, rows, mean }) => ({
      title: `${number}. ${words}`.slice(0, 60),
      columns: ['答案', '人数和占比'],
      rows: [
        ['答了这一题的', `${answered} 人`],
        ...options.map((option) => [option.words, countSaid(option.count, answered)]),
        ...rows.flatMap((row) =>
          row.columns.map((column) => [
            `${row.words}：${column.words}`,
            countSaid(column.count, answered),
          ]),
        ),
        ...(mean === null ? [] : [['平均', `${mean} 分`]]),
      ],
    })),
})
