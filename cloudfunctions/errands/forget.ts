import { decideCancel, decideDecline } from '@/domain/errands/errand'
import type { Instant } from '@/types/shared/day'
import { again, decide, repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import type { Fields } from '../kit/query'
import { each, giveBack } from './leave'
import { errandHelpers, errands, helperId, type ErrandDoc } from './store'

/** No tap has this key: the same erasure, begun again, calls nothing off twice. */
const key = 'erasure'

/**
 * Calls off what a person has on order, takes them off what they would have done for others, and takes their name and
 * their words out of all errands; that there was one stays under the person's ids.
 */
export const forget = async (
  centre: string,
  ids: readonly string[],
  at: Instant,
): Promise<void> => {
  const store = errands.of(centre)
  for (const id of ids) {
    await each(centre, { person: id }, 'at', async (errand) => {
      await giveBack(errand, at, (known) =>
        decideCancel(known, { key, because: null, byOther: false, at }),
      )
      await nameless(errand, ({ rating }) => ({
        personName: '',
        what: '',
        because: null,
        settled: null,
        ...(rating && { 'rating.words': '' }),
      }))
    })
    for (const where of [{ people: id }, { invited: id }])
      await each(centre, where, 'day', async (errand) => {
        await giveBack(errand, at, (known) => decideDecline(known, { key, person: id, at }))
        await nameless(errand, ({ claims }) => {
          const claim = claims[id]
          return claim
            ? {
                [`claims.${id}.name`]: '',
                ...(claim.rating && { [`claims.${id}.rating.words`]: '' }),
              }
            : {}
        })
      })
    await repeat(() => errandHelpers.of(centre).remove(helperId(centre, id)))
  }
  await repeat(() =>
    store.changeAll({ by: command.in([...ids]), byName: command.neq(null) }, { byName: '' }),
  )
}

/** As long as nothing else changed it meanwhile: what was read of it says what there is to take out. */
const nameless = ({ _id, centre }: ErrandDoc, of: (errand: ErrandDoc) => Fields): Promise<void> =>
  decide(async () => {
    const known = await errands.of(centre).get(_id)
    if (!known) return
    const fields = of(known)
    if (Object.keys(fields).length === 0) return
    const { seq } = known
    const change = { ...fields, seq: command.inc(1) }
    return (await errands.of(centre).change(_id, change, { seq })) ? undefined : again
  })
