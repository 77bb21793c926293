import { demoOpenid } from '@/src/api/identity.h5'
import type { pay as inWeChat, payNote as noteInWeChat } from './pay.weapp'

/** A browser has no WeChat to pay with: the emulator of the demo pays, and no money moves. */
export const payNote: typeof noteInWeChat = '浏览器演示：不会真的扣钱'

/** Lets the emulator pay as the person the browser pretends to be. */
export const pay: typeof inWeChat = async ({ package: reference }) => {
  const reply = await fetch('/emulator/payments', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ reference, openid: demoOpenid() ?? '' }),
  })
  return reply.ok
}
