import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { useIssueCard, useRevokeCard } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { goTo } from '@/src/routes'
import { fullDay } from '@/src/words/residents'
import type { PersonForStaff } from '@/types/residents'
import { dayOf } from '@/types/shared/day'

type Held = PersonForStaff['cards'][number]

/** Which card it is that somebody lost: the one on paper, or the code on a phone. */
const cardSaid = ({ kind, issuedAt }: Held): string =>
  kind === 'paper'
    ? `纸卡，${fullDay(dayOf(issuedAt))} 发的`
    : `手机出示的会员码，${fullDay(dayOf(issuedAt))} 起用`

/** The codes by which somebody is found: a new paper card, and making a lost one worthless. */
export function Cards({ person: { id, name, cards } }: { person: PersonForStaff }) {
  const issue = useIssueCard()
  const revoke = useRevokeCard()
  const [asking, setAsking] = useState<'issue' | Held>()
  const close = () => setAsking(undefined)
  const print = () =>
    issue.submit(
      { person: id },
      {
        done: ({ card }) => {
          close()
          goTo('paperCard', { card, person: id })
        },
        failed: close,
      },
    )
  return (
    <Card label="会员码和纸卡">
      <Heading label="会员码和纸卡" />
      {cards.map((held) => (
        <View key={held.id}>
          <View>{cardSaid(held)}</View>
          <Button
            label="作废"
            look="quiet"
            fuller={`作废${cardSaid(held)}`}
            onTap={() => setAsking(held)}
          />
        </View>
      ))}
      {cards.length === 0 && <View>现在没有能用的码。</View>}
      <Submitted of={issue} />
      <Submitted of={revoke} />
      <Button label="发一张纸卡" look="secondary" drawing="qr" onTap={() => setAsking('issue')} />
      {asking === 'issue' && (
        <Sheet
          label={`给${name}发一张新纸卡吗？`}
          yes={{ label: '发新卡', busy: issue.busy || issue.waiting, onTap: print }}
          back="先不发"
          onBack={close}
        >
          <View>以前发的纸卡马上不能用了。手机上的会员码不受影响。</View>
        </Sheet>
      )}
      {asking !== undefined && asking !== 'issue' && (
        <Sheet
          label={asking.kind === 'paper' ? '作废这张纸卡吗？' : '作废手机出示的会员码吗？'}
          yes={{
            label: '作废',
            danger: true,
            busy: revoke.busy || revoke.waiting,
            onTap: () =>
              revoke.submit(
                { person: id, card: asking.id },
                {
                  done: () => {
                    close()
                    showToast('作废了，扫这个码找不到人了')
                  },
                  failed: close,
                },
              ),
          }}
          back="还能用"
          onBack={close}
        >
          <View>扫这个码就找不到{name}了，不能恢复。丢了卡、码被拍走时再作废。</View>
        </Sheet>
      )}
    </Card>
  )
}
