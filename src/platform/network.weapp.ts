import Taro from '@tarojs/taro'

/** Calls back with whether there is a network: now, and at every change. */
export const onNetwork = (changed: (online: boolean) => void): (() => void) => {
  const listen = ({ isConnected }: { isConnected: boolean }) => changed(isConnected)
  void Taro.getNetworkType().then(({ networkType }) => changed(networkType !== 'none'))
  Taro.onNetworkStatusChange(listen)
  return () => Taro.offNetworkStatusChange(listen)
}
