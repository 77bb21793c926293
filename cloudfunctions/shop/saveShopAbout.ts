import { withKey } from '@/domain/shared/step'
import { shop } from '@/types/shop'
import { refuseBadWords } from '../media/words'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail } from '../kit/failure'
import { procedure, wholeCentre } from '../kit/procedure'
import { aboutId, aboutShown, shopAbouts, type ShopAboutDoc } from './store'

/** Of two who edit at once, the second is told; a tap that arrives late changes nothing. */
export const saveShopAbout = procedure(shop, 'saveShopAbout', {
  place: wholeCentre,

  async run({ centre, openid, input: { key, edition, about } }) {
    const { placeName, opens, charity } = about
    await refuseBadWords(openid, [placeName, opens, charity?.name ?? ''])
    const store = shopAbouts.of(centre)
    const _id = aboutId(centre)
    return decide(async () => {
      const known = await store.get(_id)
      if (known?.savedBy.includes(key)) return aboutShown(known)
      const before = known?.edition ?? 0
      if (before !== edition) return fail('ChangedMeanwhile')
      const savedBy = withKey(known?.savedBy, key)
      const next: ShopAboutDoc = { _id, centre, v: 1, about, edition: before + 1, savedBy }
      const saved = known
        ? await store.change(
            _id,
            {
              about: command.set(about),
              edition: next.edition,
              savedBy: command.set([...savedBy]),
            },
            { edition },
          )
        : await store.insert(next)
      return saved ? aboutShown(next) : again
    })
  },
})
