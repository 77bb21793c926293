import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Row } from '@/src/design/Row'
import { chooseLocation } from '@/src/platform/chooseLocation'
import { Reading } from '@/src/queries/Reading'
import { usePlaces } from '@/src/queries/residents'
import type { CasePlace } from '@/types/feedback'
import type { Draft } from '../../draft'

/** A longer list is narrowed by typing a part of the name first. */
const mostInSight = 12

type PlaceProps = {
  /** Chosen, or at home; undefined while neither is known. */
  place: CasePlace | undefined
  name: string
  where: string
  missing: boolean
  onChange: (change: Partial<Pick<Draft, 'place' | 'placeName' | 'where'>>) => void
}

/** Where it is: a building, or a point of the map, and where exactly. */
export function Place({ place, name, where, missing, onChange }: PlaceProps) {
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
  return (
    <>
      {place && !choosing ? (
        <Row
          label={name}
          detail="在这里。点一下换一个地方"
          drawing="pin"
          colour="pine"
          onTap={() => setChoosing(true)}
        />
      ) : (
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
        </>
      )}
      <Field
        label="具体在哪里"
        hint="比如：东门外的路口、二单元门口"
        optional={!point}
        most={40}
        value={where}
        onChange={(next) => onChange({ where: next })}
        {...(missing && point && where.trim() === '' && { error: '请写一句具体在哪里' })}
      />
      {missing && !place && <Notice kind="error" label="请选一选在哪栋楼附近" />}
    </>
  )
}

/** A community, then a building of it. */
function Building({ onPick }: { onPick: (id: string, name: string) => void }) {
  const [community, setCommunity] = useState<{ id: string; name: string }>()
  const [typed, setTyped] = useState('')
  const places = usePlaces(community?.id)
  return (
    <>
      <Reading of={places} failed="小区和楼号没有打开">
        {({ items }) => {
          const long = items.length > mostInSight
          const shown = items
            .filter(({ name }) => !long || (typed.trim() !== '' && name.includes(typed.trim())))
            .slice(0, mostInSight)
          return (
            <>
              {long && (
                <Field
                  label="几号楼附近"
                  hint="写上楼号就能找到，比如 12"
                  value={typed}
                  onChange={setTyped}
                />
              )}
              {shown.length > 0 && (
                <Choice
                  label={community ? `${community.name}，哪栋楼附近？` : '在哪个社区？'}
                  options={shown.map(({ id, name }) => ({ value: id, label: name }))}
                  value={undefined}
                  onChange={(id) => {
                    const one = items.find((item) => item.id === id)
                    if (!one) return
                    setTyped('')
                    if (one.kind === 'building')
                      onPick(id, [community?.name, one.name].filter(Boolean).join(' '))
                    else setCommunity(one)
                  }}
                />
              )}
            </>
          )
        }}
      </Reading>
      {community && (
        <>
          <Button
            label={`就在${community.name}里，说不清哪栋楼`}
            look="quiet"
            onTap={() => onPick(community.id, community.name)}
          />
          <Button label="换一个社区" look="quiet" onTap={() => setCommunity(undefined)} />
        </>
      )}
    </>
  )
}
