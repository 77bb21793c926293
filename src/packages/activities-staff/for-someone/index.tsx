import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { PersonPicker } from '@/src/packages/residents-staff/components/PersonPicker'
import { PersonRow } from '@/src/packages/residents-staff/components/PersonRow'
import { scanCard } from '@/src/platform/scanCard'
import { usePersonByCard } from '@/src/queries/residents'
import { Reading } from '@/src/queries/Reading'
import { replaceBy } from '@/src/routes'

/** Signs up somebody who is at the counter or on the phone: found by name or by their card, then the usual form. */
export default function ForSomeone() {
  const { activity = '' } = useRouter().params
  const [card, setCard] = useState<string>()
  const [notACard, setNotACard] = useState(false)
  const scanned = usePersonByCard(card)
  const pick = (person: { id: string }) => replaceBy('signUp', { activity, forResident: person.id })
  const scan = () =>
    void scanCard().then((seen) => {
      if (seen === null) return
      setNotACard(seen === 'notACard')
      if (seen !== 'notACard') setCard(seen.card)
    })
  return (
    <Page
      title="替人报名"
      subtitle="记录上会写明是您替他报的"
      action={<Button label="扫他的会员码" drawing="camera" look="secondary" onTap={scan} />}
    >
      {notACard && (
        <Notice kind="error" label="这不是会员码">
          请对方打开“我的码”，或者拿出纸卡，再扫一次。
        </Notice>
      )}
      {card !== undefined && (
        <Reading of={scanned} failed="没有认出这张卡">
          {(person) => <PersonRow person={person} onTap={() => pick(person)} />}
        </Reading>
      )}
      <PersonPicker label="替谁报名" onPick={pick} />
    </Page>
  )
}
