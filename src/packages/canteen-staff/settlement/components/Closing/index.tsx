import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { Sheet } from '@/src/design/Sheet'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { useCloseMonth } from '@/src/queries/canteenStaff'
import { useHolds } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { yuanSaid } from '@/src/words/meals'
import type { Settlement } from '@/types/canteen'
import { monthSaid } from '../../month'

type Side = 'operator' | 'centre'

const sides: Readonly<Record<Side, { name: string; tap: string }>> = {
  operator: { name: '食堂', tap: '代表食堂签字' },
  centre: { name: '中心', tap: '代表中心签字' },
}

/** The month is signed by two people: one for those who cook, one for the centre that pays the subsidy. */
export function Closing({ settlement, over }: { settlement: Settlement; over: boolean }) {
  const { month, closed, pays, subsidy } = settlement
  const [asking, setAsking] = useState<Side>()
  const close = useCloseMonth()
  const holds = useHolds()
  const mine: Readonly<Record<Side, boolean>> = {
    operator: holds('canteenStaff'),
    centre: holds('centreStaff', 'admin'),
  }
  const sign = (as: Side) => {
    setAsking(undefined)
    close.submit({ month, as }, { done: () => showToast('签好了') })
  }
  return (
    <Card label="两边签字">
      <Heading label="两边签字" />
      {(['operator', 'centre'] as const).map((side) => (
        <View key={side}>
          {closed[side] === null ? (
            <Tag label={`${sides[side].name}还没签`} tone="gold" drawing="clock" />
          ) : (
            <Tag label={`${sides[side].name}：${closed[side]} 签了`} tone="pine" drawing="check" />
          )}
        </View>
      ))}
      {!over && <View>这个月还没过完，过完才能签。</View>}
      <Submitted of={close} />
      {over &&
        (['operator', 'centre'] as const)
          .filter((side) => mine[side] && closed[side] === null)
          .map((side) => (
            <Button
              key={side}
              label={sides[side].tap}
              look="secondary"
              busy={close.busy || close.waiting}
              onTap={() => setAsking(side)}
            />
          ))}
      {asking && (
        <Sheet
          label={`${sides[asking].tap}，${monthSaid(month)}的账对吗？`}
          yes={{ label: '对，签字', onTap: () => sign(asking) }}
          back="再看看"
          onBack={() => setAsking(undefined)}
        >
          实收 {yuanSaid(pays)}，补贴 {yuanSaid(subsidy)}
          。签了不能改，以后的退款记到下个月。两边要由两个人签。
        </Sheet>
      )}
    </Card>
  )
}
