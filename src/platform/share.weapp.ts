import { useShareAppMessage } from '@tarojs/taro'
import picture from '@/src/assets/share.png'
import { routes } from '@/src/routes'
import { scene, type Target } from '@/types/shared/links'

/** A card for a chat: what it says, and where a tap on it leads. */
export interface ShareCard {
  title: string
  target: Target
  /** A picture of its own; else the product's. Without any, WeChat would show the page with what is on it. */
  photo?: string | null
}

/**
 * What WeChat sends when this page is shared, from a share button or from its own menu. The page's config says
 * `enableShareAppMessage`. The card leads to the page of codes, which brings a phone to the right centre first.
 */
export const useShareCard = ({ title, target, photo }: ShareCard): void =>
  useShareAppMessage(() => ({
    title,
    path: `/${routes.scan}?scene=${encodeURIComponent(scene(target))}`,
    imageUrl: photo ?? picture,
  }))

/** A link to paste, where there is no card; undefined in WeChat, where the card is better. */
export const shareLink: ((target: Target) => string) | undefined = undefined
