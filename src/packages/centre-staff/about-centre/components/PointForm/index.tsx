import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { chooseLocation } from '@/src/platform/chooseLocation'
import type { MapPoint } from '@/src/platform/openMap'
import { emptyPoint, placeText, pointOf, typedOf, type Point, type WrongPoint } from '../../points'

type PointFormProps = {
  /** Undefined for a new one. */
  point: Point | undefined
  onDone: (point: Point) => void
  onRemove: (() => void) | undefined
  onBack: () => void
}

/** One service point on a page of its own. */
export function PointForm({ point, onDone, onRemove, onBack }: PointFormProps) {
  const [typed, setTyped] = useState(point ? typedOf(point) : emptyPoint)
  const [wrong, setWrong] = useState<WrongPoint>({})
  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
    ...(wrong[name] && { error: wrong[name] }),
  })
  /** What the map calls the place fills in what is still empty. */
  const choose = (chosen: MapPoint | null) =>
    chosen &&
    setTyped({
      ...typed,
      place: placeText(chosen),
      name: typed.name || chosen.name,
      address: typed.address || chosen.address,
    })
  const done = () => {
    const read = pointOf(typed)
    setWrong(read.wrong ?? {})
    if (read.point) onDone(read.point)
  }
  return (
    <Page
      wide
      title={point ? '修改服务点' : '加一个服务点'}
      action={
        <>
          <Button label="好了" onTap={done} />
          <Button label="返回，不改了" look="quiet" onTap={onBack} />
        </>
      }
    >
      <Field label="名字" most={40} {...field('name')} />
      <Field label="地址" most={80} {...field('address')} />
      <Field label="什么时候开" hint="比如：每天 24 小时" most={60} {...field('hours')} />
      <Field label="电话" kind="text" optional most={13} {...field('phone')} />
      {chooseLocation ? (
        <>
          <View>
            {typed.place ? '地图上的位置选好了。' : '还没有选位置，居民在地图上找不到它。'}
          </View>
          <Button
            label={typed.place ? '在地图上重新选' : '在地图上选位置'}
            look="secondary"
            drawing="pin"
            onTap={() => void chooseLocation?.().then(choose)}
          />
        </>
      ) : (
        <Field
          label="地图上的位置"
          hint="纬度在前，经度在后，从地图上复制。不知道就空着，居民照地址找"
          optional
          most={40}
          {...field('place')}
        />
      )}
      {onRemove && <Button label="去掉这个服务点" look="danger" onTap={onRemove} />}
    </Page>
  )
}
