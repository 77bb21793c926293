import type { MapPoint } from './openMap.weapp'

/** Shows a place on a map on the web, in a tab of its own; on a phone, its map app opens where there is one. */
export const openMap = ({ name, latitude, longitude }: MapPoint): void => {
  const query = new URLSearchParams({
    position: `${longitude},${latitude}`,
    name,
    coordinate: 'gaode',
    callnative: '1',
  })
  window.open(`https://uri.amap.com/marker?${query.toString()}`, '_blank', 'noopener')
}
