import { decideFulfil, type HeldWords } from '@/domain/proposals/wish'
import { proposals as contract } from '@/types/proposals'
import { fail } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { checkedOrHeld } from './checked'
import { changeWish } from './follow'
import { takePictures } from './pictures'
import { myWish } from './showWish'
import { wishes } from './store'
import { claimable } from './wishOf'

/** Who claimed it says that it came true, and how. */
export const fulfilWish = procedure(contract, 'fulfilWish', {
  load: ({ centre, input }) => wishes.of(centre).get(input.wish),

  async run({ centre, openid, caller, subject, loaded, input: { key, note: words, photos }, at }) {
    const known = claimable(loaded, subject)
    const ids = idsOf(subject)
    const by = caller.person.id
    if (known.keys.includes(key)) return myWish(known, { caller, subject })
    if (!ids.includes(known.claimer ?? '')) return fail('NotYours')
    if (known.state !== 'claimed') return fail('Over')
    const checked = await checkedOrHeld(openid, [words])
    const note: HeldWords = { words, state: checked ? 'published' : 'waiting' }
    const files = await takePictures({ centre, person: by, at }, known._id, photos)
    const asking = files.length > 0 ? { openid, files } : null
    const wish = await changeWish(
      known,
      (now) => decideFulfil(now, ids, { key, at, by, note, photos: files, asking }),
      at,
    )
    return myWish(wish, { caller, subject })
  },
})
