import { idOf } from '../kit/ids'
import { outbox, type OutboxRow } from './store'

/**
 * Tells the family of somebody who has no phone. The rows are named after the person's own row, so that doing it again
 * adds nothing.
 */
export const tellFamily = async (row: OutboxRow, family: readonly string[]): Promise<void> => {
  const { _id, centre } = row
  const told = [...new Set([...row.told, ...family])]
  const store = outbox.of(centre)
  await store.insertAll(
    family
      .filter((to) => !row.told.includes(to))
      .map((to) => ({ ...row, _id: idOf(centre, 'nf', _id, to), to, told })),
  )
  await store.change(_id, { told, channel: 'inApp', state: 'told' }, { state: 'pending' })
}
