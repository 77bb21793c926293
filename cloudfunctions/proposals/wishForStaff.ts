import { proposals as contract } from '@/types/proposals'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { checksOf } from '../media/checks'
import { picturesOf } from './pictures'
import { linesForStaff, wishForStaff as shown } from './showWish'
import { wishes } from './store'

/** One wish with what was written, its pictures and who did what. */
export const wishForStaff = procedure(contract, 'wishForStaff', {
  load: async ({ centre, input }) => {
    const [wish, checks] = await Promise.all([
      wishes.of(centre).get(input.wish),
      checksOf(centre, input.wish),
    ])
    return { wish: found(wish), checks }
  },
  place: ({ loaded }) => loaded.wish.path,

  async run({ loaded: { wish, checks } }) {
    const [photos, notePhotos, steps] = await Promise.all([
      picturesOf(wish, wish.photos, checks, true),
      picturesOf(wish, wish.notePhotos, checks, true),
      linesForStaff(wish),
    ])
    return { ...shown(wish), photos, notePhotos, steps }
  },
})
