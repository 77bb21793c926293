import { feedback } from '@/types/feedback'
import { addressesOf } from '../kit/files'
import { procedure } from '../kit/procedure'
import { caseBoard } from './store'

/** 办好的事, the newest first: what staff wrote and approved. */
export const board = procedure(feedback, 'board', {
  load: ({ centre, input }) =>
    caseBoard.of(centre).page({ where: { shown: true }, by: ['at', 'desc'], after: input.after }),

  async run({ loaded: { documents, next } }) {
    const files = documents.flatMap(({ pictures: { before, after } }) => [before, after])
    const named = files.filter((file) => file !== null)
    const urls = named.length > 0 ? await addressesOf(named) : new Map<string, string>()
    const urlOf = (file: string | null) => (file === null ? null : (urls.get(file) ?? null))
    return {
      items: documents.map(
        ({ _id, title, words, category, placeName, day, days, stars, pictures }) => ({
          ...{ id: _id, title, words, category, place: placeName, day, days, stars },
          before: urlOf(pictures.before),
          after: urlOf(pictures.after),
        }),
      ),
      next,
    }
  },
})
