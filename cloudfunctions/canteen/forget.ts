import { decideCancel } from '@/domain/canteen/ordering'
import { foldedAfterDays, forgetStep } from '@/domain/canteen/forget'
import { dayMs, type Instant } from '@/types/shared/day'
import { again, decide, repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { randomId } from '../kit/ids'
import type { Fields } from '../kit/query'
import { take } from '../kit/step'
import { complete, finish } from './complete'
import { orders, serviceFor, services, wholeService, type OrderRecord } from './store'

/** A meal that began that long ago has been folded, also when some nights were missed. */
const foldedMs = (foldedAfterDays + 30) * dayMs

/**
 * Cancels the meals of a person that are still to come, and takes what names them out of all orders. Orders are vouchers:
 * they stay, under an id that says nothing.
 */
export const forget = async (
  centre: string,
  ids: readonly string[],
  at: Instant,
): Promise<void> => {
  const alias = randomId(centre, 'e')
  const store = orders.of(centre)
  const recent = { startsAt: command.gt(at - foldedMs) }
  for (const person of ids)
    await forEach(centre, { person, ...recent }, (record) => cancel(centre, record, person, at))
  const meals = new Set<string>()
  for (const where of ids.flatMap((id) => [
    { person: id },
    { by: id },
    { 'changedBy.by': id },
    { 'cancelledBy.by': id },
  ]))
    await forEach(centre, { ...where, ...recent }, async ({ service }) => void meals.add(service))
  for (const service of meals) await forgetAt(centre, service, ids, alias, at)
  const theirs = command.in([...ids])
  await repeat(() =>
    store.changeAll(
      { person: theirs },
      { person: alias, personName: '', note: '', cannotLeave: false },
    ),
  )
  await repeat(() => store.changeAll({ by: theirs }, { by: alias, byName: '' }))
  for (const hand of ['changedBy', 'cancelledBy'])
    await repeat(() =>
      store.changeAll(
        { [`${hand}.by`]: theirs },
        { [`${hand}.by`]: alias, [`${hand}.byName`]: '' },
      ),
    )
}

/** Does one thing for each order that fits. */
const forEach = async (
  centre: string,
  where: Fields,
  act: (record: OrderRecord) => Promise<void>,
): Promise<void> => {
  let after: string | undefined
  do {
    const { documents, next } = await orders.of(centre).page({
      where,
      by: ['startsAt', 'asc'],
      after,
      limit: 100,
      fields: { startsAt: true, service: true, person: true, state: true },
    })
    for (const record of documents) await act(record)
    after = next ?? undefined
  } while (after !== undefined)
}

/** Cash that was paid waits at the counter, as for anybody who does not come. */
const cancel = async (
  centre: string,
  { _id: order, service: of, person }: OrderRecord,
  by: string,
  at: Instant,
): Promise<void> => {
  const done = await decide(async () => {
    const { service } = await serviceFor(centre, of, {
      claims: [order],
      persons: person === null ? [] : [person],
    })
    if (!service || service.startsAt <= at) return null
    const decision = decideCancel(service, {
      ...{ order, by, byName: null, onBehalf: true, leaving: true, at },
    })
    if (decision.outcome !== 'change') return null
    const { claim, step } = decision
    return (await take(services.of(centre), of, step)) ? { service, claim } : again
  })
  if (done) await finish(done.service, order, done.claim, at)
}

/** What is owed of them is written first: it would bring the name back. */
const forgetAt = (
  centre: string,
  id: string,
  ids: readonly string[],
  alias: string,
  at: Instant,
): Promise<void> =>
  decide(async () => {
    await complete(centre, id, at)
    const service = await wholeService(centre, id)
    if (!service) return
    const step = forgetStep(service, ids, alias)
    const { set = {}, unset = [] } = step.change
    if (Object.keys(set).length === 0 && unset.length === 0) return
    return (await take(services.of(centre), id, step)) ? undefined : again
  })
