import type { ShopAbout } from '@/types/shop'
import { aboutId, shopAbouts } from './store'

/** Before anybody said where the shop is. */
const nothingSaid: ShopAbout = { placeName: '', opens: '', charity: null }

/** Where the shop is and when it is open. */
export const shopAboutOf = async (centre: string): Promise<ShopAbout> =>
  (await shopAbouts.of(centre).get(aboutId(centre)))?.about ?? nothingSaid
