import Taro from '@tarojs/taro'
import type { MapPoint } from './openMap.weapp'

/** WeChat's own map to point at a place, nearby ones by name; null when the person went back. */
export const chooseLocation: (() => Promise<MapPoint | null>) | undefined = () =>
  Taro.chooseLocation({}).then(
    ({ name, address, latitude, longitude }) => ({
      name,
      address,
      latitude: Number(latitude),
      longitude: Number(longitude),
    }),
    () => null,
  )
