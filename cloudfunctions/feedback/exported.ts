import type { CaseStep } from '@/domain/feedback/case'
import type { Projection } from '../kit/collection'
import { markOf, cases, type CaseDoc } from './store'
import { contentOf } from './shown'

interface Stretch {
  documents: readonly unknown[]
  next: string | null
}

const own: ReadonlySet<string> = new Set([
  ...['edited', 'answered', 'comes', 'confirmed', 'rated', 'reopened'],
])

/** What they said later, of the steps of a case. */
const saidIn = (steps: readonly CaseStep[], isTheirs: (step: CaseStep) => boolean) =>
  steps
    .filter((step) => own.has(step.kind) && isTheirs(step))
    .filter(({ words, photos }) => words !== '' || photos.length > 0)
    .map(({ at, kind, words, photos }) => ({ at, kind, words, photos }))

/** What somebody said, and what they said later; of what others did, only how it stands. */
const exported = async (one: CaseDoc) => {
  const { number, flow, placeName, state, at, anonymous, rating } = one
  const { text, place, photos, voice, steps } = await contentOf(one)
  return {
    ...{ number, category: flow?.name ?? '', place: placeName, state, at, anonymous, rating },
    ...{ text, where: place.where, photos, voice },
    said: saidIn(steps, ({ from }) => from === undefined),
  }
}

const stretch = (
  centre: string,
  as: 'followers' | 'author',
  marks: readonly string[],
  after: string | undefined,
  fields?: Projection,
) =>
  cases.of(centre).page({
    where: marks.map((mark) => ({ [as]: mark })),
    by: ['at', 'asc'],
    after,
    limit: 100,
    ...(fields && { fields }),
  })

/** What people reported, or joined: of what they joined, that they did. */
export const exportCases = async (
  centre: string,
  ids: readonly string[],
  after: string | undefined,
): Promise<Stretch> => {
  const marks = ids.map((id) => markOf(centre, id))
  const { documents, next } = await stretch(centre, 'followers', marks, after)
  return {
    documents: await Promise.all(
      documents.map(async (one) => {
        const joined = marks.map((mark) => one.joins[mark]).find((join) => join !== undefined)
        if (joined === undefined) return exported(one)
        const { number, flow, placeName, state, steps } = one
        return {
          ...{ number, category: flow?.name ?? '', place: placeName, state, joinedAt: joined.at },
          // Where a message of their own became part of it.
          rating: joined.rating ?? null,
          said: saidIn(steps, ({ from }) => from !== undefined && marks.includes(from)),
        }
      }),
    ),
    next,
  }
}

/** What people sent for others: that they did, and when. */
export const exportSent = async (
  centre: string,
  ids: readonly string[],
  after: string | undefined,
): Promise<Stretch> => {
  const marks = ids.map((id) => markOf(centre, id))
  const fields = { number: true, at: true, followers: true } as const
  const { documents, next } = await stretch(centre, 'author', marks, after, fields)
  return {
    documents: documents
      .filter(({ followers }) => !marks.some((mark) => followers.includes(mark)))
      .map(({ number, at }) => ({ number, at })),
    next,
  }
}
