import { canteen } from '@/types/canteen'
import { refuseBadWords } from '../media/words'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure, wholeCentre } from '../kit/procedure'
import { dishesShown } from './dishes'
import { ownPicture } from './files'
import { dishes, operatorIn, tariffOf, type DishDoc } from './store'

/** A new dish, or one that is sold like this from the next menu on. The same tap finds the dish it made. */
export const saveDish = procedure(canteen, 'saveDish', {
  place: wholeCentre,

  async run({ centre, openid, caller, input, at }) {
    const { key, draft, retired } = input
    const _id = input.dish ?? hiddenId(centre, 'd', openid, key)
    const store = dishes.of(centre)
    const [before, tariff] = await Promise.all([store.get(_id), tariffOf(centre)])
    if (input.dish !== undefined) found(before)
    const shown = async (dish: DishDoc) => found((await dishesShown([dish]))[0])
    if (before?.savedBy === key) return shown(before)
    if (draft.marks.includes('halal') && !operatorIn(tariff)?.halal) fail('NoHalalLicence')
    await refuseBadWords(openid, [draft.name])
    const photo = await ownPicture(
      { centre, caller, at },
      _id,
      { file: draft.photo, purpose: 'dishPhoto', field: 'photo' },
      before?.photos ?? [],
    )
    return decide(async () => {
      const known = await store.get(_id)
      if (known?.savedBy === key) return shown(known)
      const photos = [...new Set([...(known?.photos ?? []), ...(photo ? [photo] : [])])]
      const next = { ...draft, photo, retired, savedBy: key, photos }
      const dish: DishDoc = { _id, centre, v: 1, ...next }
      const { marks, allergens, ...rest } = next
      const saved = known
        ? await store.change(
            _id,
            { ...rest, marks: command.set(marks), allergens: command.set(allergens) },
            { savedBy: known.savedBy },
          )
        : await store.insert(dish)
      return saved ? shown(dish) : again
    })
  },
})
