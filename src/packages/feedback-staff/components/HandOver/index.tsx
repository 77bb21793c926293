import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { Choice } from '@/src/design/Choice'
import { Empty } from '@/src/design/Empty'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { Reading } from '@/src/queries/Reading'
import { useHandSealedOver, useMediatorsFor } from '@/src/queries/sealedCases'
import { Submitted } from '@/src/queries/Submitted'
import type { ListedSealed } from '@/types/shared/sealedCases'

type HandOverProps = {
  one: Pick<ListedSealed, 'id' | 'mediator'>
  /** It is another's from now on. */
  onDone: () => void
  onBack: () => void
  /** What else can be done about it. */
  children?: ReactNode
}

/** Gives a sealed case to another mediator; what it is about is not shown. */
export function HandOver({ one, onDone, onBack, children }: HandOverProps) {
  const reading = useMediatorsFor(one.id)
  const hand = useHandSealedOver()
  const [to, setTo] = useState<string>()
  const send = () => {
    if (to === undefined) return
    hand.submit(
      { case: one.id, from: one.mediator, to },
      {
        done: () => {
          showToast('交过去了，新的调解员会收到通知')
          onDone()
        },
      },
    )
  }
  return (
    <Sheet
      label="交给哪位调解员？"
      yes={{ label: '交给这一位', busy: hand.busy, onTap: send }}
      onBack={onBack}
    >
      <View>交过去以后，只有新的调解员看得到内容。</View>
      <Reading of={reading} failed="名单没有打开">
        {({ mediators }) =>
          mediators.length === 0 ? (
            <Empty label="没有别的调解员" detail="请先在“岗位”里加一位调解员。" drawing="person" />
          ) : (
            <Choice
              label="调解员"
              options={mediators.map(({ id, name }) => ({ value: id, label: name }))}
              value={to}
              onChange={setTo}
            />
          )
        }
      </Reading>
      {children}
      <Submitted of={hand} />
    </Sheet>
  )
}
