import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail } from '../kit/failure'
import { tariffId, tariffOf, tariffs, type Tariff } from './store'

/** Entries of each kind that are kept: a table a month for 15 years. */
const mostEntries = 200

/** Adds a dated entry to what prices are made with, once for each key; what was there stays. */
export const addToTariff = <K extends 'tables' | 'operators'>(
  centre: string,
  kind: K,
  entry: Tariff[K][number],
): Promise<Tariff[K][number]> => {
  const store = tariffs.of(centre)
  const _id = tariffId(centre)
  return decide(async () => {
    const tariff = await tariffOf(centre)
    if (!tariff) {
      await store.insert({ _id, centre, v: 1, rev: 1, tables: [], operators: [] })
      return again
    }
    const entries: readonly Tariff[K][number][] = tariff[kind]
    const before = entries.find(({ key }) => key === entry.key)
    if (before) return before
    if (entries.length >= mostEntries) return fail('TryAgain')
    const { rev } = tariff
    const change = { [kind]: command.push([entry]), rev: rev + 1 }
    return (await store.change(_id, change, { rev })) ? entry : again
  })
}
