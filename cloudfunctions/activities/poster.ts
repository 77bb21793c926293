import { activities } from '@/types/activities'
import { scene } from '@/types/shared/links'
import { cloud } from '../kit/cloud'
import { found } from '../kit/failure'
import { addressOf, keepFile } from '../kit/files'
import { procedure } from '../kit/procedure'
import { cardOf } from './show'
import { activityRecords, cardFields, places } from './store'

/** Pixels of the code's side: 6 cm on paper at 300 dots an inch, with its quiet edge. */
const codeWidth = 860

/** The card of an activity and the picture of its mini-program code, which is made once and kept. */
export const poster = procedure(activities, 'poster', {
  load: async ({ centre, input: { activity } }) => {
    const [place, record] = await Promise.all([
      places.of(centre).get(activity, cardFields),
      activityRecords.of(centre).get(activity, { codeFile: true }),
    ])
    return place && { place, codeFile: record?.codeFile ?? null }
  },
  place: ({ loaded }) => found(loaded).place.path,

  async run({ centre, loaded, at }) {
    const { place, codeFile } = found(loaded)
    const file = codeFile ?? (await makeCode(centre, place._id))
    return { card: cardOf(place, at), codeUrl: found(await addressOf(file)) }
  },
})

const makeCode = async (centre: string, activity: string): Promise<string> => {
  const { buffer } = await cloud.openapi.wxacode.getUnlimited({
    scene: scene({ to: 'activity', activity }),
    page: 'pages/scan/index',
    // The code may be made before the version that has the page is released.
    checkPath: false,
    width: codeWidth,
  })
  const codeFile = await keepFile(`posters/${activity}.png`, buffer)
  await activityRecords.of(centre).change(activity, { codeFile })
  return codeFile
}
