import type { askToSubscribe as inWeChat } from './subscribe.weapp'

/** A browser has no messages of WeChat to ask for. */
export const askToSubscribe: typeof inWeChat = undefined
