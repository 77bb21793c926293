import { answerable, raisedBeforeMs } from '@/domain/notices/calls'
import type { Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { hiddenId } from '../kit/ids'
import type { JobRun } from '../kit/jobs'
import { nodes, people } from '../residents/store'
import { tell } from './outbox'
import { outbox, type OutboxRow } from './store'

/** Calls that come too late leave the list; those that soon will are told to whoever answers for the person's home. */
export const raiseCalls = async ({ centre, at, cursor }: JobRun) => {
  const { documents, next } = await outbox.of(centre).page({
    where: { state: 'calling', due: command.lte(at + raisedBeforeMs) },
    by: ['due', 'asc'],
    after: cursor ?? undefined,
  })
  for (const row of documents)
    if (row.due <= at) await outbox.of(centre).change(row._id, { state: 'expired' }, calling)
    else if (row.call?.raisedTo === null) await raise(row, row.call.path, at)
  return { handled: documents.length, cursor: next }
}

const calling = { state: 'calling' } as const

const raise = async (row: OutboxRow, path: readonly string[], at: Instant): Promise<void> => {
  const { centre, _id, thing, due, data } = row
  const above = await nodes
    .of(centre)
    .find({ where: { _id: command.in([...path]) }, limit: path.length })
  const owner = answerable(path, above, at)
  const person = owner === null ? null : await people.of(centre).get(owner, { facts: true })
  if (!person) return
  await tell(centre, [
    {
      event: 'callUnreached',
      person: person.facts,
      thing,
      key: hiddenId(centre, 'c', _id),
      data,
      due,
    },
  ])
  await outbox.of(centre).change(_id, { 'call.raisedTo': person._id }, calling)
}
