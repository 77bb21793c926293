import type { About } from '@/types/centre'

export type Point = About['points'][number]

/** A service point as it is typed; where it lies is `纬度,经度` as maps copy it, or '' where nobody said. */
export interface TypedPoint {
  name: string
  address: string
  hours: string
  phone: string
  place: string
}

export const emptyPoint: TypedPoint = { name: '', address: '', hours: '', phone: '', place: '' }

export const typedOf = ({
  name,
  address,
  hours,
  phone,
  latitude,
  longitude,
  onMap,
}: Point): TypedPoint => ({
  name,
  address,
  hours,
  phone: phone ?? '',
  place: onMap ? placeText({ latitude, longitude }) : '',
})

/** A position as it is typed. */
export const placeText = ({ latitude, longitude }: Pick<Point, 'latitude' | 'longitude'>): string =>
  `${latitude},${longitude}`

/** Latitude and longitude of `38.914,121.615`, also with a Chinese comma or a space; null when they are none in China. */
const placeOf = (typed: string): [latitude: number, longitude: number] | null => {
  const [latitude, longitude] = typed
    .trim()
    .split(/[,，\s]+/)
    .map(Number)
  if (latitude === undefined || longitude === undefined) return null
  const inChina = latitude > 3 && latitude < 54 && longitude > 73 && longitude < 136
  return inChina ? [latitude, longitude] : null
}

export type WrongPoint = Partial<Record<keyof TypedPoint, string>>

/** The point that was typed, or what is missing in it. */
export const pointOf = (
  typed: TypedPoint,
): { point: Point; wrong?: undefined } | { point?: undefined; wrong: WrongPoint } => {
  const unsaid = typed.place.trim() === ''
  const place = unsaid ? ([0, 0] as const) : placeOf(typed.place)
  const wrong: WrongPoint = {
    ...(!typed.name.trim() && { name: '请写服务点的名字' }),
    ...(!typed.address.trim() && { address: '请写地址，居民好找' }),
    ...(!typed.hours.trim() && { hours: '请写什么时候开，比如：每天 24 小时' }),
    ...(!place && { place: '纬度在前、经度在后，比如 38.914,121.615' }),
  }
  if (!place || Object.keys(wrong).length > 0) return { wrong }
  return {
    point: {
      name: typed.name.trim(),
      address: typed.address.trim(),
      hours: typed.hours.trim(),
      phone: typed.phone.trim() || null,
      latitude: place[0],
      longitude: place[1],
      onMap: !unsaid,
    },
  }
}
