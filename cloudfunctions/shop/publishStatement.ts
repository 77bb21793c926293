import { shop } from '@/types/shop'
import { dayOf, monthOf } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import { procedure, wholeCentre } from '../kit/procedure'
import { completeOwing } from './complete'
import { publishedOf, somethingOwed, statementShown, sumsOf } from './summed'
import { shopStatements, statementId } from './store'

/** What began before midnight is written by then. */
const settledMs = 60 * 60_000

/** Once for a month, when nothing of it is still to be written: what is reversed later counts in its own month. */
export const publishStatement = procedure(shop, 'publishStatement', {
  load: ({ centre, input }) => publishedOf(centre, input.month),
  place: wholeCentre,

  async run({ centre, caller, loaded, input: { key, month }, at }) {
    if (loaded) return loaded.key === key ? statementShown(loaded) : fail('AlreadyPublished')
    if (monthOf(dayOf(at - settledMs)) <= month) return fail('MonthNotOver')
    await completeOwing(centre, at)
    if (await somethingOwed(centre)) return fail('TryAgain')
    await shopStatements.of(centre).insert({
      _id: statementId(centre, month),
      centre,
      v: 1,
      ...{ month, movements: await sumsOf(centre, month), publishedAt: at, key },
      publishedBy: caller.person.id,
    })
    const published = found(await publishedOf(centre, month))
    return published.key === key ? statementShown(published) : fail('AlreadyPublished')
  },
})
