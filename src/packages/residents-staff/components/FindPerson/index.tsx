import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Notice } from '@/src/design/Notice'
import { scanCard } from '@/src/platform/scanCard'
import { usePersonByCard } from '@/src/queries/residents'
import { Reading } from '@/src/queries/Reading'
import type { PersonLine } from '@/types/residents'
import { PersonPicker } from '../PersonPicker'
import { PersonRow } from '../PersonRow'

type FindPersonProps = {
  /** Whom it is for: 替谁报名. */
  label: string
  onPick: (person: PersonLine) => void
}

/** Finds somebody who stands at the counter or is on the phone: by their card, or by name. */
export function FindPerson({ label, onPick }: FindPersonProps) {
  const [card, setCard] = useState<string>()
  const [notACard, setNotACard] = useState(false)
  const scanned = usePersonByCard(card)
  const scan = () =>
    void scanCard().then((seen) => {
      if (seen === null) return
      setNotACard(seen === 'notACard')
      if (seen !== 'notACard') setCard(seen.card)
    })
  return (
    <>
      <Button label="扫他的会员码" drawing="camera" look="secondary" onTap={scan} />
      {notACard && (
        <Notice kind="error" label="这不是会员码">
          请对方打开“我的码”，或者拿出纸卡，再扫一次。
        </Notice>
      )}
      {card !== undefined && (
        <Reading of={scanned} failed="没有认出这张卡">
          {(person) => <PersonRow person={person} onTap={() => onPick(person)} />}
        </Reading>
      )}
      <PersonPicker label={label} onPick={onPick} />
    </>
  )
}
