import fc from 'fast-check'
import '../support/properties'
import { settle } from '@/domain/surveys/answers'
import {
  answersIn,
  figuresOf,
  shownParts,
  together,
  withAnswer,
  type Counted,
  type Counts,
} from '@/domain/surveys/counts'
import { branchHolds } from '@/domain/surveys/draft'
import { pagesOf } from '@/domain/surveys/pages'
import type { SurveyAnswer, SurveyAnswers, SurveyQuestion } from '@/types/surveys'

const base = (n: number, showIf: SurveyQuestion['showIf'], required: boolean) => ({
  ...{ id: `q${n}`, words: `第${n}题`, hint: '', section: '', required, showIf },
})

const option = fc.constantFrom('o1', 'o2', 'o3')

/** A questionnaire whose branches all hold: each asks for an option of an earlier question. */
const questionnaire: fc.Arbitrary<SurveyQuestion[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('single', 'multiple', 'scale', 'text' as const),
      required: fc.boolean(),
      branch: fc.option(fc.record({ back: fc.nat(8), anyOf: option })),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((wished) => {
    const made: SurveyQuestion[] = []
    wished.forEach(({ kind, required, branch }, i) => {
      const earlier = made.filter((one) => one.kind === 'single' || one.kind === 'multiple')
      const from = branch && earlier[branch.back % Math.max(earlier.length, 1)]
      const showIf = from ? { question: from.id, anyOf: [branch.anyOf] } : null
      const options = ['o1', 'o2', 'o3'].map((id) => ({ id, words: id }))
      const one = base(i + 1, showIf, required)
      if (kind === 'single') made.push({ ...one, kind, options, other: false })
      else if (kind === 'multiple')
        made.push({ ...one, kind, options, other: false, least: 0, most: 3 })
      else if (kind === 'scale') made.push({ ...one, kind, from: 1, to: 5, low: '低', high: '高' })
      else made.push({ ...one, kind })
    })
    return made
  })

const anAnswer: fc.Arbitrary<SurveyAnswer> = fc.oneof(
  option.map((one): SurveyAnswer => ({ kind: 'single', option: one })),
  fc.uniqueArray(option).map((options): SurveyAnswer => ({ kind: 'multiple', options })),
  fc.integer({ min: 0, max: 6 }).map((value): SurveyAnswer => ({ kind: 'scale', value })),
  fc.constantFrom('', ' ', '好').map((text): SurveyAnswer => ({ kind: 'text', text })),
)
const someAnswers: fc.Arbitrary<SurveyAnswers> = fc.dictionary(
  fc.integer({ min: 1, max: 12 }).map((n) => `q${n}`),
  anAnswer,
)

test('what counts is what was asked, and settling it again changes nothing', () => {
  fc.assert(
    fc.property(questionnaire, someAnswers, (questions, given) => {
      const first = settle(questions, given)
      const again = settle(questions, first.answers)
      expect(again.answers).toEqual(first.answers)
      expect(again.asked).toEqual(first.asked)
      const asked = new Set(first.asked.map(({ id }) => id))
      expect(Object.keys(first.answers).every((id) => asked.has(id))).toBe(true)
      for (const n of [...first.missing, ...first.wrong])
        expect(asked.has(questions[n - 1]!.id)).toBe(true)
      // Whoever is missing nothing has said something to every required question that is asked.
      if (first.missing.length === 0 && first.wrong.length === 0)
        for (const { id, required } of first.asked)
          expect(!required || first.answers[id] !== undefined).toBe(true)
    }),
  )
})

test('what is said to a question that is not asked opens no other', () => {
  fc.assert(
    fc.property(questionnaire, someAnswers, (questions, given) => {
      const { asked, answers } = settle(questions, given)
      for (const { showIf } of asked) if (showIf) expect(answers[showIf.question]).toBeDefined()
    }),
  )
})

test('a branch holds only on what stands before it', () => {
  fc.assert(
    fc.property(questionnaire, (questions) => {
      questions.forEach((_, i) => expect(branchHolds(questions, i)).toBe(true))
      const back = [...questions].reverse()
      back.forEach((one, i) => {
        if (one.showIf) expect(branchHolds(back, i)).toBe(false)
      })
    }),
  )
})

test('pages hold every question once, in order, and no more than they may', () => {
  fc.assert(
    fc.property(questionnaire, fc.integer({ min: 1, max: 5 }), (questions, most) => {
      const pages = pagesOf(questions, most)
      expect(pages.flatMap((page) => page.questions)).toEqual(questions)
      expect(pages.every((page) => page.questions.length <= most)).toBe(true)
    }),
  )
})

const anAnswerOf = (questions: readonly SurveyQuestion[]): fc.Arbitrary<Counted> =>
  fc.record({
    answers: someAnswers.map((given) => settle(questions, given).answers),
    onRecord: fc.boolean(),
    slices: fc.tuple(fc.constant('all'), fc.constantFrom('a60', 'a'), fc.constantFrom('x', 'y')),
  })

const withAll = (answers: readonly Counted[]): Counts =>
  answers.reduce<Counts>((counts, one) => withAnswer(counts, one, 1), {})

test('totals are the same in whatever order answers come, and parts add up to the whole', () => {
  const scenario = questionnaire.chain((questions) =>
    fc
      .array(anAnswerOf(questions), { maxLength: 15 })
      .chain((answers) =>
        fc
          .tuple(fc.shuffledSubarray(answers, { minLength: answers.length }), fc.subarray(answers))
          .map(([shuffled, gone]) => ({ questions, answers, shuffled, gone })),
      ),
  )
  fc.assert(
    fc.property(scenario, ({ questions, answers, shuffled, gone }) => {
      const sum = withAll(answers)
      expect(withAll(shuffled)).toEqual(sum)
      const parts = ['a60', 'a'].map((slice) => sum[slice] ?? {})
      expect(parts.reduce((a, b) => together(a, b), {})).toEqual(sum['all'] ?? {})
      // What was put in and taken out again was never there.
      const rest = answers.filter((one) => !gone.includes(one))
      expect(gone.reduce((counts, one) => withAnswer(counts, one, -1), sum)).toEqual(withAll(rest))
      questions.forEach((question, i) => {
        const figures = figuresOf(question, i + 1, sum['all'] ?? {})
        expect(figures.answered).toBe(answers.filter((one) => one.answers[question.id]).length)
        if (question.kind === 'single' || question.kind === 'scale')
          expect(figures.options.reduce((n, { count }) => n + count, 0)).toBe(figures.answered)
      })
      expect(answersIn(sum, 'all')).toBe(answers.length)
    }),
  )
})

test('of what is not shown nobody finds fewer than five by taking the rest from the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 })), (sizes) => {
      const parts = sizes.map((answers, id) => ({ id, answers }))
      const shown = shownParts(parts)
      const total = (some: typeof parts) => some.reduce((n, { answers }) => n + answers, 0)
      const hidden = total(parts) - total(shown)
      expect(shown.every(({ answers }) => answers >= 5)).toBe(true)
      expect(hidden === 0 || hidden >= 5 || shown.length === 0).toBe(true)
    }),
  )
})
