import { Map, View } from '@tarojs/components'
import { spoken } from '@/src/design/spoken'
import { openMap } from '@/src/platform/openMap'
import type { About } from '@/types/centre'
import pin from '../../pin.png'
import './map.scss'

type Point = About['points'][number]

/** How near the map begins where there is one place only: streets and their names. */
const streets = 16

/** All places on one map; a tap on one leads there. The list beneath says the same, so it is silent. */
export const PointsMap:
  ((props: { points: readonly Point[] }) => JSX.Element | null) | undefined = ({ points }) => {
  const [first] = points
  if (!first) return null
  const open = (index: number) => {
    const point = points[index]
    if (point) openMap(point)
  }
  return (
    <View className="points-map" {...spoken({ hidden: true })}>
      <Map
        className="points-map__map"
        latitude={first.latitude}
        longitude={first.longitude}
        scale={streets}
        {...(points.length > 1 && {
          includePoints: points.map(({ latitude, longitude }) => ({ latitude, longitude })),
        })}
        markers={points.map(({ name, latitude, longitude }, id) => ({
          id,
          latitude,
          longitude,
          iconPath: pin,
          width: 36,
          height: 36,
          callout: {
            content: name,
            color: '#2A2420',
            fontSize: 16,
            borderRadius: 8,
            borderWidth: 1,
            borderColor: '#8C7B62',
            bgColor: '#FFFFFF',
            padding: 6,
            display: 'ALWAYS' as const,
            textAlign: 'center' as const,
            anchorX: 0,
            anchorY: 0,
          },
        }))}
        onMarkerTap={({ detail }) => open(Number(detail.markerId))}
        onCalloutTap={({ detail }) => open(Number(detail.markerId))}
        onError={() => undefined}
      />
    </View>
  )
}
