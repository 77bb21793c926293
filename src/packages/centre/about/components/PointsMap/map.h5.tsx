import type { PointsMap as inWeChat } from './map.weapp'

/** A browser has no map without somebody's key: the list says where everything is, and opens a map of the web. */
export const PointsMap: typeof inWeChat = undefined
