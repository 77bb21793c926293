import Taro from '@tarojs/taro'

export interface MapPoint {
  name: string
  address: string
  /** Degrees in the system of Chinese maps (GCJ-02). */
  latitude: number
  longitude: number
}

/** Shows a place on WeChat's map, from where the phone's own maps lead there. */
export const openMap = ({ name, address, latitude, longitude }: MapPoint): void => {
  Taro.openLocation({ name, address, latitude, longitude }).catch(() => undefined)
}
