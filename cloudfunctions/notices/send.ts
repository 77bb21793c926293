import { command } from '../kit/cloud'
import type { JobRun } from '../kit/jobs'
import { atOnce, deliver, recipientsOf } from './deliver'
import { outbox } from './store'

const batch = 50
/** A message takes WeChat up to a second or two; nothing is begun that the end of the run would cut off. */
const enoughMs = 3_000

/** Everything that waits goes on its way. */
export const send = async ({ centre, at, timeLeft }: JobRun) => {
  const rows = await outbox.of(centre).find({
    where: { state: 'pending', notBefore: command.lte(at) },
    order: [
      ['notBefore', 'asc'],
      ['_id', 'asc'],
    ],
    limit: batch,
  })
  if (rows.length === 0) return { handled: 0, cursor: null }
  const recipients = await recipientsOf(centre, rows, at)
  let handled = 0
  for (let from = 0; from < rows.length; from += atOnce) {
    if (timeLeft() < enoughMs) return { handled, cursor: 'more' }
    const some = rows.slice(from, from + atOnce)
    await deliver(some, recipients, at)
    handled += some.length
  }
  return { handled, cursor: rows.length === batch ? 'more' : null }
}
