import { residents } from '@/types/residents'
import type { Instant } from '@/types/shared/day'
import { addressOf, keepFile } from '../kit/files'
import { found } from '../kit/failure'
import { hiddenId, randomToken } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { exporters } from './exporters'
import { dataExports } from './store'

const daySeconds = 24 * 3600

export const exportMyData = procedure(residents, 'exportMyData', {
  load: ({ centre, subjectId, input }) =>
    dataExports.of(centre).get(hiddenId(centre, 'x', subjectId, input.key)),

  run: async ({ centre, input, caller, at, loaded: before }) => {
    const { id, former = [] } = caller.person
    const file = before?.file ?? (await keep(centre, at, await gather(centre, [id, ...former])))
    await dataExports.of(centre).insert({
      _id: hiddenId(centre, 'x', id, input.key),
      centre,
      v: 1,
      person: id,
      file,
      removeAt: at + daySeconds * 1000,
    })
    return { url: found(await addressOf(file, daySeconds)) }
  },
})

const gather = async (centre: string, ids: readonly string[]): Promise<Record<string, unknown>> =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(exporters).map(
        async ([name, exporter]) => [name, await exporter(centre, ids)] as const,
      ),
    ),
  )

const keep = (centre: string, exportedAt: Instant, data: object): Promise<string> =>
  keepFile(
    `exports/${centre}/${randomToken()}.json`,
    Buffer.from(JSON.stringify({ exportedAt, ...data }, null, 2)),
  )
