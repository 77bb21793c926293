import { proposals as contract } from '@/types/proposals'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { settleByEye } from '../media/checks'
import { proposals, wishes } from './store'

/** Staff look at a picture that WeChat could not judge, and say whether others may see it. */
export const judgePhoto = procedure(contract, 'judgePhoto', {
  load: async ({ centre, input: { of, thing } }) => {
    if (of === 'proposal') {
      const { path, photos } = found(
        await proposals.of(centre).get(thing, { path: true, photos: true }),
      )
      return { path, photos }
    }
    const wish = found(await wishes.of(centre).get(thing))
    return { path: wish.path, photos: [...wish.photos, ...wish.notePhotos] }
  },
  place: ({ loaded }) => loaded.path,

  async run({ centre, caller, loaded: { photos }, input: { thing, number, through } }) {
    const file = found(photos[number])
    const settled = await settleByEye(centre, {
      record: thing,
      file,
      through,
      by: caller.person.id,
    })
    return settled ? {} : fail('NotHeld')
  },
})
