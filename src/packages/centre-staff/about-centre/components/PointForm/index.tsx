import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { emptyPoint, pointOf, typedOf, type Point, type WrongPoint } from '../../points'

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
      <Field
        label="地图上的位置"
        hint="在手机地图里长按这个地方，复制经纬度，粘贴到这里：纬度在前，经度在后"
        most={40}
        {...field('place')}
      />
      {onRemove && <Button label="去掉这个服务点" look="danger" onTap={onRemove} />}
    </Page>
  )
}
