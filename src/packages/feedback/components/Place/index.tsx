import { useState, type ReactNode } from 'react'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Row } from '@/src/design/Row'
import { chooseLocation } from '@/src/platform/chooseLocation'
import type { CasePlace } from '@/types/feedback'
import { Building } from '../Building'

/** Where somebody said it is. */
export interface Located {
  place: CasePlace | null
  placeName: string
  where: string
}

/** A point of the map needs words, and whose it is. */
export const isExact = (place: CasePlace, where: string): boolean =>
  'node' in place || (place.near !== undefined && where.trim() !== '')

type PlaceProps = {
  /** Chosen, or at home; undefined while neither is known. */
  place: CasePlace | undefined
  name: string
  where: string
  missing: boolean
  onChange: (change: Partial<Located>) => void
  /** What else is asked; it waits while a place is looked for. */
  children?: ReactNode
}

/** Where it is: a building, or a point of the map, and where exactly. */
export function Place({ place, name, where, missing, onChange, children }: PlaceProps) {
  const [choosing, setChoosing] = useState(false)
  const point = place && 'latitude' in place
  const onMap = () =>
    void chooseLocation?.().then((chosen) => {
      if (!chosen) return
      const { latitude, longitude, name: called, address } = chosen
      setChoosing(false)
      onChange({
        place: { latitude, longitude, where: '' },
        placeName: called || address || '地图上的一个地方',
        ...(where === '' && { where: (called || address).slice(0, 40) }),
      })
    })
  if (point && place.near === undefined && !choosing)
    return (
      <>
        <Notice label={`地图上指好了：${name}。再选一选它在哪里，就交给那里的工作人员`} />
        <Building
          onPick={(near, called) =>
            onChange({ place: { ...place, near }, placeName: `${name}（${called}）` })
          }
        />
        <Button label="指错了，换一个地方" look="quiet" onTap={() => setChoosing(true)} />
        {missing && <Notice kind="error" label="请选一选它在哪个社区" />}
      </>
    )
  if (!place || choosing)
    return (
      <>
        <Building
          onPick={(id, called) => {
            setChoosing(false)
            onChange({ place: { node: id, where: '' }, placeName: called })
          }}
        />
        {chooseLocation && (
          <Button label="不在楼里，在地图上指" look="quiet" drawing="pin" onTap={onMap} />
        )}
        {place && (
          <Button label={`还是${name}，不换了`} look="quiet" onTap={() => setChoosing(false)} />
        )}
        {missing && <Notice kind="error" label="请选一选在哪栋楼附近" />}
      </>
    )
  return (
    <>
      <Row
        label={name}
        detail="在这里。点一下换一个地方"
        drawing="pin"
        colour="pine"
        onTap={() => setChoosing(true)}
      />
      <Field
        label="具体在哪里"
        hint="比如：东门外的路口、二单元门口"
        optional={!point}
        most={40}
        value={where}
        onChange={(next) => onChange({ where: next })}
        {...(missing && point && where.trim() === '' && { error: '请写一句具体在哪里' })}
      />
      {children}
    </>
  )
}
