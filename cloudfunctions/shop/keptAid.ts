import type { Promised } from '@/types/shop'
import { command } from '../kit/cloud'
import { keptAidShown } from './show'
import { aidRequests } from './store'

/** As many requests as one family has approved at a time. */
const limit = 100

/** What is kept as aid for some people, by all ids of theirs, the earliest first. */
export const aidKeptFor = async (centre: string, ids: readonly string[]): Promise<Promised[]> =>
  keptAidShown(
    centre,
    await aidRequests.of(centre).find({
      where: { person: command.in([...ids]), state: 'approved' },
      order: [['at', 'asc']],
      limit,
    }),
  )
