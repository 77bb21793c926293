import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { Submitted } from '@/src/queries/Submitted'
import { useTakeOffShift } from '@/src/queries/volunteers'
import { goTo } from '@/src/routes'
import type { Queue } from '../../parts'
import './index.scss'

type Barber = Queue['barbers'][number]

/** The barbers who said yes: numbers follow from how many they are, so one who is ill is taken off here at once. */
export function Barbers({ queue: { barbers, shift } }: { queue: Queue }) {
  const [ill, setIll] = useState<Barber>()
  return (
    <Card label={`理发师 ${barbers.length} 位`}>
      <Heading label={`理发师 ${barbers.length} 位`} />
      {barbers.length === 0 && <View>还没有理发师说好要来，先按计划的人数放号。</View>}
      {barbers.map((barber) => (
        <View className="barber" key={barber.person}>
          <View className="barber__name">{barber.name}</View>
          <Button
            label="来不了"
            fuller={`来不了，${barber.name}`}
            look="quiet"
            onTap={() => setIll(barber)}
          />
        </View>
      ))}
      {shift !== null && (
        <Button
          label="加理发师、记时长"
          look="quiet"
          drawing="plus"
          onTap={() => goTo('shiftRoster', { shift })}
        />
      )}
      {ill && shift !== null && (
        <TakeOff barber={ill} shift={shift} onBack={() => setIll(undefined)} />
      )}
    </Card>
  )
}

function TakeOff({ barber, shift, onBack }: { barber: Barber; shift: string; onBack: () => void }) {
  const takeOff = useTakeOffShift()
  const send = () =>
    takeOff.submit(
      { shift, person: barber.person },
      {
        done: () => {
          showToast('记下了。排不下的人马上会收到通知，在“要问的”里')
          onBack()
        },
      },
    )
  return (
    <Sheet
      label={`${barber.name}来不了吗？`}
      yes={{ label: '是的，来不了', danger: true, busy: takeOff.busy, onTap: send }}
      back={takeOff.waiting ? '知道了' : '返回'}
      onBack={onBack}
    >
      <View>
        少一位理发师，号就少一些。排在最后的几位马上收到通知，请他们选今天候补，或者下次留号。
      </View>
      <Submitted of={takeOff} />
    </Sheet>
  )
}
