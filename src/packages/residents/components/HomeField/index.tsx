import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Row } from '@/src/design/Row'
import { spoken } from '@/src/design/spoken'
import { Reading } from '@/src/queries/Reading'
import { usePlaces } from '@/src/queries/residents'
import type { HomeDraft } from './home'
import './index.scss'

/** A longer list is narrowed by typing a part of the name first. */
const mostInSight = 12

type Place = { id: string; name: string }

type HomeFieldProps = {
  value: HomeDraft
  onChange: (value: HomeDraft) => void
  /** What is wrong and how to put it right. */
  error?: string
}

/** Where somebody lives, by choosing community and building, then typing what stands on the door. */
export function HomeField({ value, onChange, error }: HomeFieldProps) {
  const { building, unit, room } = value
  return (
    <View className="home-field">
      {building ? (
        <>
          <Row
            label={building.name}
            detail="点这里换一个地方"
            drawing="house"
            colour="pine"
            onTap={() => onChange({ ...value, building: null })}
          />
          <View>照门牌写，没有的空着。</View>
          <View className="home-field__door">
            <Field
              label="单元"
              most={10}
              value={unit}
              onChange={(next) => onChange({ ...value, unit: next })}
            />
            <Field
              label="室"
              most={10}
              value={room}
              onChange={(next) => onChange({ ...value, room: next })}
            />
          </View>
        </>
      ) : (
        <PlacePicker onPick={(chosen) => onChange({ building: chosen, unit: '', room: '' })} />
      )}
      <View className="home-field__error" {...spoken({ live: 'assertive' })}>
        {error}
      </View>
    </View>
  )
}

/** One level after another until a building is reached. */
function PlacePicker({ onPick }: { onPick: (building: Place) => void }) {
  const [above, setAbove] = useState<readonly Place[]>([])
  const [typed, setTyped] = useState('')
  const under = above[above.length - 1]
  const places = usePlaces(under?.id)
  const pick = (place: Place & { kind: string }) => {
    const named = { id: place.id, name: [...above, place].map(({ name }) => name).join(' ') }
    if (place.kind === 'building') onPick(named)
    else setAbove([...above, place])
    setTyped('')
  }
  return (
    <>
      <Reading of={places} failed="小区和楼号没有打开">
        {({ items }) => {
          const long = items.length > mostInSight
          const fits = items.filter(({ name }) => name.includes(typed.trim()))
          const shown = long && typed.trim() === '' ? [] : fits.slice(0, mostInSight)
          return (
            <>
              {long && (
                <Field
                  label="几号楼"
                  hint="写上楼号就能找到，比如 12"
                  value={typed}
                  onChange={setTyped}
                />
              )}
              {items.length === 0 && <View>这里还没有登记楼栋，请打电话告诉社区。</View>}
              {long && typed.trim() !== '' && fits.length === 0 && (
                <View>没有找到这栋楼，换个写法试试。</View>
              )}
              {shown.length > 0 && (
                <Choice
                  label={under ? `${under.name}，住哪一栋？` : '住在哪个社区？'}
                  options={shown.map(({ id, name }) => ({ value: id, label: name }))}
                  value={undefined}
                  onChange={(id) => {
                    const place = items.find((one) => one.id === id)
                    if (place) pick(place)
                  }}
                />
              )}
            </>
          )
        }}
      </Reading>
      {under && (
        <Button label="换一个社区" look="quiet" onTap={() => setAbove(above.slice(0, -1))} />
      )}
    </>
  )
}
