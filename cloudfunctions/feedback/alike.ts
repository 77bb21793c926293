import { isAlike } from '@/domain/feedback/merging'
import { gridOf } from '@/domain/feedback/place'
import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { holds } from '../kit/passport'
import { workerRoles } from './colleagues'
import { eyesFor, listedOf, photoShown } from './shown'
import { forWork, ofCase } from './staffCase'
import { atAnyLevel, cases } from './store'

/** More beside each other nobody compares. */
const mostAlike = 10
/** Some of them are about somebody, or not the caller's to read. */
const mostRead = 5 * mostAlike

export const alike = procedure(feedback, 'alike', {
  ...ofCase,

  async run({ centre, caller, loaded, at }) {
    const known = forWork(loaded, caller)
    const { spot, category, path } = known
    const [near, around] = await Promise.all([
      cases.of(centre).find({ where: { spot, stage: 'active' }, limit: mostRead }),
      cases.of(centre).find({
        where: { path: gridOf(path), stage: 'active', category, level: atAnyLevel },
        order: [['at', 'desc']],
        limit: mostRead,
      }),
    ])
    const found = new Map([...near, ...around].map((one) => [one._id, one]))
    const similar = [...found.values()]
      .filter((one) => isAlike(known, one) && holds(caller, workerRoles, one.path, at))
      .slice(0, mostAlike)
    const shown = await Promise.all(
      similar.map(async (one) => {
        const eyes = await eyesFor(centre, one._id, one.photos, false)
        return {
          ...listedOf(one, at),
          ...{ text: one.text, where: one.place.where, samePlace: one.spot === spot },
          photos: one.photos.map((file) => photoShown(file, eyes)),
        }
      }),
    )
    return { cases: shown }
  },
})
