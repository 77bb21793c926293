import { shop } from '@/types/shop'
import { dayOf, monthOf, type Instant } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import { procedure, wholeCentre } from '../kit/procedure'
import { completeOwing } from './complete'
import { completeOwingPurchases } from './completePurchase'
import { enterDifferences } from './enterDifferences'
import { publishedOf, somethingOwed, statementShown, sumsOf } from './summed'
import { shopStatements, statementId, stocktakings } from './store'

/** What began before midnight is written by then. */
const settledMs = 60 * 60_000

/** Once for a month, when nothing of it is still to be written: what is reversed later counts in its own month. */
export const publishStatement = procedure(shop, 'publishStatement', {
  load: ({ centre, input }) => publishedOf(centre, input.month),
  place: wholeCentre,

  async run({ centre, caller, loaded, input: { key, month }, at }) {
    if (loaded) return loaded.key === key ? statementShown(loaded) : fail('AlreadyPublished')
    if (monthOf(dayOf(at - settledMs)) <= month) return fail('MonthNotOver')
    await completeOwingPurchases(centre)
    if (await differencesWait(centre, month, at)) return fail('StocktakingUnfinished')
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

/** Whether a stock-taking that was closed by then has differences that do not fit at the moment. */
const differencesWait = async (centre: string, month: string, at: Instant): Promise<boolean> => {
  const owing = () => stocktakings.of(centre).find({ where: { owes: true } })
  for (const { _id } of await owing()) await enterDifferences(centre, _id, at)
  return (await owing()).some(({ closedAt }) => closedAt && monthOf(dayOf(closedAt)) <= month)
}
