import { feedback } from '@/types/feedback'
import { addressesOf } from '../kit/files'
import { procedure } from '../kit/procedure'
import { offeredOf, placeNames, tellable } from './onBoard'
import { boardId, caseBoard, cases } from './store'

export const boardDraft = procedure(feedback, 'boardDraft', {
  load: ({ centre, input }) => cases.of(centre).get(input.case),
  place: ({ loaded }) => loaded?.path ?? [],

  async run({ centre, caller, loaded }) {
    const one = tellable(loaded, caller)
    const [offered, names, known] = await Promise.all([
      offeredOf(one),
      placeNames(one),
      caseBoard.of(centre).get(boardId(centre, one._id)),
    ])
    const files = offered.map(({ file }) => file)
    const urls = files.length > 0 ? await addressesOf(files) : new Map<string, string>()
    return {
      number: one.number,
      category: one.flow?.name ?? '',
      ...names,
      pictures: offered.flatMap(({ id, file, from }) => {
        const url = urls.get(file)
        return url === undefined ? [] : [{ id, url, from }]
      }),
      mayShow: one.mayShow,
      draft: known && {
        ...{ title: known.title, words: known.words, place: known.place },
        ...{ before: known.before, after: known.after },
      },
      shown: known?.shown ?? false,
    }
  },
})
