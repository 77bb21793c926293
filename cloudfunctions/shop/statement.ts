import { shop } from '@/types/shop'
import { procedure, wholeCentre } from '../kit/procedure'
import { completeOwing } from './complete'
import { publishedOf, statementShown, sumsOf } from './summed'

/** As it was published, else as it stands. */
export const statement = procedure(shop, 'statement', {
  load: ({ centre, input }) => publishedOf(centre, input.month),
  place: wholeCentre,

  async run({ centre, loaded, input: { month }, at }) {
    if (loaded) return statementShown(loaded)
    await completeOwing(centre, at)
    const movements = await sumsOf(centre, month)
    return statementShown({ month, movements, publishedAt: null })
  },
})
