import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Row } from '@/src/design/Row'
import { Reading } from '@/src/queries/Reading'
import { usePlaces } from '@/src/queries/residents'

export interface Spot {
  id: string
  name: string
}

/** A longer list is narrowed by typing a part of the name first. */
const mostInSight = 12

/** Where it is: a community, and a building of it where it is at one. */
export function Where({
  value,
  onChange,
}: {
  value: Spot | null
  onChange: (spot: Spot | null) => void
}) {
  const [under, setUnder] = useState<Spot>()
  const [typed, setTyped] = useState('')
  const places = usePlaces(under?.id)
  if (value)
    return (
      <Row
        label={value.name}
        detail="点这里换一个地方"
        drawing="pin"
        colour="pine"
        onTap={() => onChange(null)}
      />
    )
  const pick = ({ id, name, kind }: { id: string; name: string; kind: string }) => {
    setTyped('')
    if (kind === 'building') onChange({ id, name: [under?.name, name].filter(Boolean).join(' ') })
    else setUnder({ id, name })
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
              {long && typed.trim() !== '' && fits.length === 0 && (
                <View>没有找到这栋楼，换个写法试试。</View>
              )}
              {shown.length > 0 && (
                <Choice
                  label={under ? `${under.name}，在哪一栋？` : '在哪个社区？'}
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
        <>
          <Button label="不在楼里，就在这个社区" look="secondary" onTap={() => onChange(under)} />
          <Button label="换一个社区" look="quiet" onTap={() => setUnder(undefined)} />
        </>
      )}
    </>
  )
}
