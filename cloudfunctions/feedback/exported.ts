import { markOf, cases, type CaseDoc } from './store'
import { contentOf } from './shown'

interface Stretch {
  documents: readonly unknown[]
  next: string | null
}

const own: ReadonlySet<string> = new Set(['edited', 'answered', 'comes', 'confirmed', 'reopened'])

/** What somebody said, and what they said later; of what others did, only how it stands. */
const exported = async (one: CaseDoc) => {
  const { number, flow, placeName, state, at, anonymous, rating } = one
  const { text, place, photos, voice, steps } = await contentOf(one)
  return {
    ...{ number, category: flow?.name ?? '', place: placeName, state, at, anonymous, rating },
    ...{ text, where: place.where, photos, voice },
    said: steps
      .filter(({ kind, words, photos: shown }) => own.has(kind) && (words || shown.length > 0))
      .map(({ at: then, kind, words, photos: shown }) => ({
        at: then,
        kind,
        words,
        photos: shown,
      })),
  }
}

/** What people reported, or joined: of what they joined, that they did. */
export const exportCases = async (
  centre: string,
  ids: readonly string[],
  after: string | undefined,
): Promise<Stretch> => {
  const marks = ids.map((id) => markOf(centre, id))
  const { documents, next } = await cases.of(centre).page({
    where: marks.map((mark) => ({ followers: mark })),
    by: ['at', 'asc'],
    after,
    limit: 100,
  })
  return {
    documents: await Promise.all(
      documents.map(async (one) => {
        const joined = marks.map((mark) => one.joins[mark]?.at).find((at) => at !== undefined)
        if (joined === undefined) return exported(one)
        const { number, flow, placeName, state } = one
        return { number, category: flow?.name ?? '', place: placeName, state, joinedAt: joined }
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
  const { documents, next } = await cases.of(centre).page({
    where: marks.map((mark) => ({ author: mark })),
    by: ['at', 'asc'],
    after,
    limit: 100,
    fields: { number: true, at: true, followers: true },
  })
  return {
    documents: documents
      .filter(({ followers }) => !marks.some((mark) => followers.includes(mark)))
      .map(({ number, at }) => ({ number, at })),
    next,
  }
}
