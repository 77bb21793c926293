import { shop } from '@/types/shop'
import { refuseBadWords } from '../activities/badText'
import { procedure, wholeCentre } from '../kit/procedure'
import { aboutId, shopAbouts } from './store'

export const saveShopAbout = procedure(shop, 'saveShopAbout', {
  place: wholeCentre,

  async run({ centre, openid, input: { about } }) {
    const { placeName, opens, charity } = about
    await refuseBadWords(openid, [placeName, opens, charity?.name ?? ''])
    await shopAbouts.of(centre).replace({ _id: aboutId(centre), centre, v: 1, about })
    return about
  },
})
