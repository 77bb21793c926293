import { residents } from '@/types/residents'
import type { Instant } from '@/types/shared/day'
import { addressOf, keepFile } from '../kit/files'
import { found } from '../kit/failure'
import { hiddenId, randomToken } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { exporters } from './exporters'
import { gather } from './gather'
import { dataExports, type DataExport } from './store'

const daySeconds = 24 * 3600

/** A function has 20 seconds; some of them are for writing the file. */
const readingMs = 12_000

export const exportMyData = procedure(residents, 'exportMyData', {
  load: ({ centre, subjectId, input }) =>
    dataExports.of(centre).get(hiddenId(centre, 'x', subjectId, input.key)),

  run: async ({ centre, input, caller, at, loaded: before }) => {
    const { id, former = [] } = caller.person
    const { file, complete } = before ?? (await keep(centre, [id, ...former], at))
    await dataExports.of(centre).insert({
      _id: hiddenId(centre, 'x', id, input.key),
      centre,
      v: 1,
      person: id,
      file,
      complete,
      removeAt: at + daySeconds * 1000,
    })
    return { url: found(await addressOf(file, daySeconds)), complete }
  },
})

/** Writes all that is kept under these ids into a file; `complete` is false where there was not enough time. */
const keep = async (
  centre: string,
  ids: readonly string[],
  exportedAt: Instant,
): Promise<Pick<DataExport, 'file' | 'complete'>> => {
  const { parts, cutShort } = await gather(exporters, centre, ids, exportedAt + readingMs)
  const file = await keepFile(
    `exports/${centre}/${randomToken()}.json`,
    Buffer.from(JSON.stringify({ exportedAt, cutShort, ...parts }, null, 2)),
  )
  return { file, complete: cutShort.length === 0 }
}
