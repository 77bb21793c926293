import { command } from '../kit/cloud'
import { removeFiles } from '../kit/files'
import type { Job } from '../kit/jobs'
import { dataExports } from './store'

const batch = 50

/** Files of people's data go a day after they were made. */
export const removeExports: Job['run'] = async ({ centre, at }) => {
  const old = await dataExports.of(centre).find({
    where: { removeAt: command.lte(at) },
    limit: batch,
  })
  await removeFiles(old.map(({ file }) => file))
  for (const { _id } of old) await dataExports.of(centre).remove(_id)
  return { handled: old.length, cursor: old.length === batch ? 'more' : null }
}
