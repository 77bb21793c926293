import Taro from '@tarojs/taro'
import type { CallEvent, Envelope } from '@/types/shared/envelope'

let ready = false

/** Rejects when the network does not answer. */
export const send = async (module: string, event: CallEvent): Promise<Envelope> => {
  if (!ready) {
    Taro.cloud.init()
    ready = true
  }
  const { result } = await Taro.cloud.callFunction({ name: module, data: event })
  return result as unknown as Envelope
}
