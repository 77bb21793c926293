import { address } from '@/src/routes'
import { scene } from '@/types/shared/links'
import type { shareLink as inWeChat, useShareCard as useInWeChat } from './share.weapp'
import { webAddress } from './webAddress'

/** A browser has no chat to send a card to: see `shareLink`. */
export const useShareCard: typeof useInWeChat = () => undefined

export const shareLink: typeof inWeChat = (target) =>
  `${webAddress()}#${address('scan', { scene: scene(target) })}`
