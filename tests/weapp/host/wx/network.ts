import { asyncApi, type ApiContext, type Apis } from './api'

type Listener = (status: { isConnected: boolean; networkType: string }) => void

/** The network is the host page's own: a journey cuts it in the browser. */
export function networkApis({ window }: ApiContext): Apis {
  const listeners = new Set<Listener>()
  const status = () => {
    const isConnected = window.navigator.onLine
    return { isConnected, networkType: isConnected ? 'wifi' : 'none' }
  }
  for (const change of ['online', 'offline'])
    window.addEventListener(change, () => listeners.forEach((listener) => listener(status())))
  return {
    getNetworkType: asyncApi('getNetworkType', () => ({ networkType: status().networkType })),
    onNetworkStatusChange: (listener: Listener) => void listeners.add(listener),
    offNetworkStatusChange: (listener?: Listener) =>
      void (listener ? listeners.delete(listener) : listeners.clear()),
  }
}
