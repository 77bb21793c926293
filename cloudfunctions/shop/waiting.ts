import type { Fields } from '../kit/query'
import { claimed, type Ordered } from './show'
import { goods, goodsFields } from './store'

/** As many kinds of goods as one family has orders of. */
const limit = 100

/** Orders of some people that still stand with their goods, newest first. */
export const waitingFor = async (
  centre: string,
  where: Fields,
  ids: readonly string[],
): Promise<Ordered[]> => {
  const documents = await goods.of(centre).find({
    where,
    limit,
    fields: { ...goodsFields, ...Object.fromEntries(ids.map((id) => [`claims.${id}`, true])) },
  })
  return documents
    .flatMap((one) =>
      Object.entries(one.claims ?? {}).map(([person, claim]) => claimed(one, person, claim)),
    )
    .sort((one, other) => other.order.at - one.order.at)
}
