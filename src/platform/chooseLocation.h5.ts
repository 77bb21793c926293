import type { chooseLocation as inWeChat } from './chooseLocation.weapp'

/** A browser has no map of its own to point at: there the position is typed, or left out. */
export const chooseLocation: typeof inWeChat = undefined
