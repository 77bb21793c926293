import type { ShopAboutNow } from '@/types/shop'
import { aboutId, aboutShown, shopAbouts } from './store'

/** Where the shop is and when it is open. */
export const shopAboutOf = async (centre: string): Promise<ShopAboutNow> =>
  aboutShown(await shopAbouts.of(centre).get(aboutId(centre)))
