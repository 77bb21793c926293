import type { CallEvent, Envelope } from '@/types/shared/envelope'
import { demoOpenid } from './identity.h5'

/** Rejects when the network does not answer. */
export const send = async (module: string, event: CallEvent): Promise<Envelope> => {
  const openid = demoOpenid()
  const reply = await fetch(`/call/${module}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(openid && { 'x-wx-openid': openid }),
    },
    body: JSON.stringify(event),
  })
  return (await reply.json()) as Envelope
}
