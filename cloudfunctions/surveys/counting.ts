import { answersIn, withAnswer } from '@/domain/surveys/counts'
import { everybody } from '@/domain/surveys/target'
import { now } from '../kit/clock'
import { again, decide, repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { found } from '../kit/failure'
import type { Fields } from '../kit/query'
import { answers, surveys, totals, totalsId, type AnswerDoc, type TotalsDoc } from './store'

/** Answers that go into the totals at a time. */
const batch = 100

const newTotals = (centre: string, survey: string, version: number): TotalsDoc => ({
  ...{ _id: totalsId(centre, survey, version), centre, v: 1, survey, version, seq: 0 },
  ...{ batch: [], counts: {}, at: 0, unchecked: false, recount: null },
})

/** Puts some answers that are not counted yet into the totals of their versions; how many there were. */
export const countSome = async (centre: string, where: Fields = {}): Promise<number> => {
  const waiting = await answers.of(centre).find({
    where: { ...where, counted: false },
    order: [['_id', 'asc']],
    limit: batch,
    fields: { survey: true, version: true },
  })
  const groups = new Map<string, AnswerDoc[]>()
  for (const one of waiting) {
    const id = totalsId(centre, one.survey, one.version)
    groups.set(id, [...(groups.get(id) ?? []), one])
  }
  for (const some of groups.values()) await countBatch(centre, some)
  for (const survey of new Set(waiting.map((one) => one.survey))) await noteSum(centre, survey)
  return waiting.length
}

/**
 * One batch of one version. The totals change by one guarded update that names the answers it holds; the answers are
 * marked after it, those of the batch before first. Whatever is cut off or met by another is done again to the same end.
 */
const countBatch = (centre: string, some: readonly AnswerDoc[]): Promise<void> => {
  const [first] = some
  if (!first) return Promise.resolve()
  const { survey, version } = first
  const ids = some.map(({ _id }) => _id)
  const store = totals.of(centre)
  const _id = totalsId(centre, survey, version)
  return decide(async () => {
    let known = await store.get(_id)
    if (!known) {
      known = newTotals(centre, survey, version)
      if (!(await store.insert(known))) return again
    }
    await markBatch(known)
    const fresh = await answers
      .of(centre)
      .find({ where: { _id: command.in(ids), counted: false }, limit: ids.length })
    const due = fresh.filter(({ state, inTotals }) => (state === 'given') !== inTotals)
    if (due.length > 0) {
      const counts = due.reduce(
        (sum, one) => withAnswer(sum, one, one.state === 'given' ? 1 : -1),
        known.counts,
      )
      const next = due.map((one) => ({ id: one._id, to: one.state === 'given' }))
      const { seq } = known
      const taken = await store.change(
        _id,
        {
          counts: command.set(counts),
          batch: command.set(next),
          ...{ seq: seq + 1, at: now(), unchecked: true, recount: null },
        },
        { seq },
      )
      if (!taken) return again
      await markBatch({ ...known, batch: next })
    }
    await repeat(() =>
      answers.of(centre).changeAll(
        [
          { _id: command.in(ids), state: 'given', inTotals: true, counted: false },
          { _id: command.in(ids), state: 'replaced', inTotals: false, counted: false },
        ],
        { counted: true },
      ),
    )
    return
  })
}

/** Marks the answers of the last batch as the totals hold them. */
const markBatch = async ({ centre, batch: last }: TotalsDoc): Promise<void> => {
  for (const to of [true, false]) {
    const ids = last.filter((one) => one.to === to).map(({ id }) => id)
    if (ids.length > 0)
      await repeat(() =>
        answers.of(centre).changeAll({ _id: command.in(ids), inTotals: !to }, { inTotals: to }),
      )
  }
}

/** Lists say how many answers there are without reading totals. */
const noteSum = async (centre: string, survey: string): Promise<void> => {
  const all = await totals.of(centre).find({
    where: { survey },
    limit: 100,
    fields: { [`counts.${everybody}`]: true },
  })
  const sum = all.reduce((n, { counts }) => n + answersIn(counts ?? {}, everybody), 0)
  await repeat(() => surveys.of(centre).change(survey, { answers: sum }))
}

/** Answers that one look of a recount reads. */
const stretch = 200

const inOneOrder = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([name, inner]) => [name, inOneOrder(inner)] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1))
    : value

/**
 * Counts the answers of a version anew and puts the totals right where they differ; whether they did. Cut off, it goes on
 * where it was, as long as the totals have not changed; null then.
 */
export const recount = async (
  { _id, centre }: Pick<TotalsDoc, '_id' | 'centre'>,
  timeLeft: () => number,
): Promise<'same' | 'mended' | null> => {
  const store = totals.of(centre)
  // A page of them was read long ago: its last batch may be an old one by now.
  const first = found(await store.get(_id))
  await markBatch(first)
  const { survey, version, seq } = first
  const before = first.recount?.seq === seq ? first.recount : null
  let after = before?.after
  let counts = before?.counts ?? {}
  for (;;) {
    const page = await answers.of(centre).page({
      where: { survey, version, inTotals: true },
      by: ['_id', 'asc'],
      after,
      limit: stretch,
      fields: { answers: true, slices: true, onRecord: true },
    })
    counts = page.documents.reduce((sum, one) => withAnswer(sum, one, 1), counts)
    if (page.next === null) break
    after = page.next
    if (timeLeft() > 0) continue
    await store.change(_id, { recount: command.set({ seq, after, counts }) }, { seq })
    return null
  }
  const same = JSON.stringify(inOneOrder(counts)) === JSON.stringify(inOneOrder(first.counts))
  await store.change(
    _id,
    { unchecked: false, recount: null, ...(!same && { counts: command.set(counts) }) },
    { seq },
  )
  if (!same) await noteSum(centre, survey)
  return same ? 'same' : 'mended'
}
