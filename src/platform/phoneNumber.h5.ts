import type { phoneCode as inWeChat } from './phoneNumber.weapp'

/** A browser knows nobody's number: there it is typed. */
export const phoneCode: typeof inWeChat = undefined
