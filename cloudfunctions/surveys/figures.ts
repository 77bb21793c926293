import { answersIn, combined, figuresOf, shownParts, type Counters } from '@/domain/surveys/counts'
import { bandsThen, everybody, isBand, settledFrom, stateAt } from '@/domain/surveys/target'
import type { Instant } from '@/types/shared/day'
import { fewestShown } from '@/types/shared/surveyLimits'
import type { SurveyFigures, SurveyResults, SurveySlice } from '@/types/surveys'
import { found } from '../kit/failure'
import { nodeNames } from '../residents/homes'
import type { Published } from './show'
import { mostVersions, totals, versions, type TotalsDoc, type VersionDoc } from './store'

/** A version with what its answers come to. */
export interface CountedVersion {
  document: VersionDoc
  counts: TotalsDoc['counts']
  at: Instant | null
}

/** All versions of a survey, the first on top. */
export const countedVersions = async (survey: Published): Promise<CountedVersion[]> => {
  const { _id, centre } = survey
  const where = { survey: _id }
  const [documents, sums] = await Promise.all([
    versions.of(centre).find({ where, limit: mostVersions }),
    totals.of(centre).find({ where, limit: mostVersions }),
  ])
  return documents
    .sort((a, b) => a.version - b.version)
    .map((document) => {
      const sum = sums.find(({ version }) => version === document.version)
      return { document, counts: sum?.counts ?? {}, at: sum?.at ?? null }
    })
}

export const answersOfAll = (all: readonly CountedVersion[], slice = everybody): number =>
  all.reduce((n, { counts }) => n + answersIn(counts, slice), 0)

/** From when the results of an anonymous survey are shown: nothing that is on its way changes them any more. */
export const shownFrom = ({ closedAt, closes }: Published): Instant =>
  settledFrom(closedAt ?? closes)

/** Of an anonymous survey nothing is shown while an answer can still come, nor of so few that each could be guessed. */
export const withheldOf = (
  survey: Published,
  all: readonly CountedVersion[],
  at: Instant,
): SurveyResults['withheld'] => {
  if (!survey.head.anonymous) return null
  if (stateAt(survey, at) !== 'closed') return 'open'
  if (at < shownFrom(survey)) return 'late'
  return answersOfAll(all) < fewestShown ? 'few' : null
}

/** Counters of one slice: of one version, or of all for the questions that stayed as they are. */
export const countersIn = (
  all: readonly CountedVersion[],
  version: number | undefined,
  slice: string,
): { counters: Counters; questions: VersionDoc['questions'] } => {
  const parts = all.map(({ document, counts }) => ({
    version: document.version,
    questions: document.questions,
    counters: counts[slice] ?? {},
  }))
  const one = found(version === undefined ? parts.at(-1) : parts.find((p) => p.version === version))
  return {
    questions: one.questions,
    counters: version === undefined ? combined(parts, one.questions) : one.counters,
  }
}

export const figuresIn = (
  all: readonly CountedVersion[],
  version: number | undefined,
  slice: string,
): SurveyFigures[] => {
  const { counters, questions } = countersIn(all, version, slice)
  return questions.map((question, i) => figuresOf(question, i + 1, counters))
}

/** Parts that may be shown: ages, then communities; each kind by itself, and never one within the other. */
export const slicesShown = async (
  centre: string,
  all: readonly CountedVersion[],
): Promise<SurveySlice[]> => {
  const names = [...new Set(all.flatMap(({ counts }) => Object.keys(counts)))].filter(
    (name) => name !== everybody,
  )
  const parts = names.map((id) => ({ id, answers: answersOfAll(all, id) }))
  const ages = shownParts(parts.filter(({ id }) => isBand(id)))
  const places = shownParts(parts.filter(({ id }) => !isBand(id)))
  const labels = await nodeNames(
    centre,
    places.map(({ id }) => id).filter((id) => id !== 'c'),
  )
  return [
    ...bandsThen(ages).map((one) => ({ ...one, kind: 'age' as const, label: null })),
    ...places
      .map((one) => ({ ...one, kind: 'community' as const, label: labels.get(one.id) ?? null }))
      .sort((a, b) => b.answers - a.answers),
  ]
}
