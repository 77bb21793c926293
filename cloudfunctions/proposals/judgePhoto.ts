import { decideLookAgain } from '@/domain/proposals/wish'
import { proposals as contract } from '@/types/proposals'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { settleByEye } from '../media/checks'
import { mediaCheckId } from '../media/store'
import { changeWish } from './follow'
import { proposals, wishes } from './store'

/** Staff look at a picture that WeChat could not judge, and say whether others may see it. */
export const judgePhoto = procedure(contract, 'judgePhoto', {
  load: async ({ centre, input: { of, thing } }) => {
    if (of === 'proposal') {
      const { path, photos } = found(
        await proposals.of(centre).get(thing, { path: true, photos: true }),
      )
      return { path, photos, wish: null }
    }
    const wish = found(await wishes.of(centre).get(thing))
    return { path: wish.path, photos: [...wish.photos, ...wish.notePhotos], wish }
  },
  place: ({ loaded }) => loaded.path,

  async run({ centre, caller, loaded, input: { key, thing, photo, through }, at }) {
    const { photos, wish } = loaded
    const file = found(photos.find((one) => mediaCheckId(centre, thing, one) === photo))
    const by = caller.person.id
    if (!(await settleByEye(centre, { record: thing, file, through, by }))) return fail('NotHeld')
    if (wish) await changeWish(wish, (now) => decideLookAgain(now, { key, at, by }), at)
    return {}
  },
})
