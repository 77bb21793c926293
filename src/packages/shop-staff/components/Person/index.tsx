import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '@/src/design/Button'
import { Notice } from '@/src/design/Notice'
import { PersonPicker } from '@/src/packages/residents-staff/components/PersonPicker'
import { PersonRow } from '@/src/packages/residents-staff/components/PersonRow'
import { scanCard } from '@/src/platform/scanCard'
import { Reading } from '@/src/queries/Reading'
import { usePersonByCard } from '@/src/queries/residents'
import type { PersonLine } from '@/types/residents'

type PersonProps = {
  person: PersonLine | undefined
  onChange: (person: PersonLine | undefined) => void
}

/** Who stands at the counter: their card is scanned, or they are found by name. */
export function Person({ person, onChange }: PersonProps) {
  const [card, setCard] = useState<string>()
  const [wrongCode, setWrongCode] = useState(false)
  const [looking, setLooking] = useState(false)
  const scanned = usePersonByCard(card)
  const seen = scanned.data
  useEffect(() => {
    if (card === undefined || !seen) return
    onChange(seen)
    setCard(undefined)
  }, [card, seen, onChange])
  const scan = () =>
    void scanCard().then((found) => {
      if (found === null) return
      setWrongCode(found === 'notACard')
      if (found !== 'notACard') setCard(found.card)
    })
  if (person)
    return (
      <View>
        <PersonRow person={person} />
        <Button label="不是他" look="quiet" onTap={() => onChange(undefined)} />
      </View>
    )
  return (
    <>
      {wrongCode && (
        <Notice kind="error" label="这不是会员码">
          请对方打开“我的码”，或者拿出会员卡，再扫一次。没有卡，就按名字找。
        </Notice>
      )}
      {card !== undefined && (
        <Reading of={scanned} failed="没有认出这张卡">
          {() => null}
        </Reading>
      )}
      <Button label="扫会员码" drawing="camera" look="secondary" onTap={scan} />
      {!looking && (
        <Button label="按名字找" drawing="person" look="quiet" onTap={() => setLooking(true)} />
      )}
      {looking && (
        <PersonPicker
          label="按名字找"
          onPick={(one) => {
            setLooking(false)
            onChange(one)
          }}
        />
      )}
    </>
  )
}
