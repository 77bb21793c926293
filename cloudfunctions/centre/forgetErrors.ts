import { command } from '../kit/cloud'
import type { JobRun } from '../kit/jobs'
import { errorReports } from './store'

/** A fault is mended or forgotten within a month. */
const keptMs = 30 * 24 * 60 * 60_000

const batch = 200

export const forgetErrors = async ({ centre, at }: JobRun) => {
  const old = await errorReports.of(centre).find({
    where: { at: command.lt(at - keptMs) },
    limit: batch,
    fields: { at: true },
  })
  if (old.length > 0)
    await errorReports.of(centre).removeAll({ _id: command.in(old.map(({ _id }) => _id)) })
  return { handled: old.length, cursor: old.length === batch ? 'more' : null }
}
