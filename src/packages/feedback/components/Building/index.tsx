import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Reading } from '@/src/queries/Reading'
import { usePlaces } from '@/src/queries/residents'

/** A longer list is narrowed by typing a part of the name first. */
const mostInSight = 12

type BuildingProps = { onPick: (id: string, name: string) => void }

/** A community, then a building of it, or the community where it is at none. */
export function Building({ onPick }: BuildingProps) {
  const [community, setCommunity] = useState<{ id: string; name: string }>()
  const [typed, setTyped] = useState('')
  const places = usePlaces(community?.id)
  const words = typed.trim()
  return (
    <>
      <Reading of={places} failed="小区和楼号没有打开">
        {({ items }) => {
          const long = items.length > mostInSight
          const fits = items.filter(({ name }) => name.includes(words))
          const shown = long && words === '' ? [] : fits.slice(0, mostInSight)
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
              {long && words !== '' && fits.length === 0 && (
                <View>没有找到这栋楼，换个写法试试。</View>
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
