import { addDays, dayOf, instantOf } from '@/types/shared/day'
import { command } from '../kit/cloud'
import type { JobRun } from '../kit/jobs'
import { outbox } from './store'

/** Messages are kept for two years. */
const keptDays = 2 * 365

const batch = 200

export const forget = async ({ centre, at }: JobRun) => {
  const before = instantOf(addDays(dayOf(at), -keptDays))
  const old = await outbox.of(centre).find({
    where: { at: command.lt(before) },
    limit: batch,
    fields: { at: true },
  })
  if (old.length > 0)
    await outbox.of(centre).removeAll({ _id: command.in(old.map(({ _id }) => _id)) })
  return { handled: old.length, cursor: old.length === batch ? 'more' : null }
}
