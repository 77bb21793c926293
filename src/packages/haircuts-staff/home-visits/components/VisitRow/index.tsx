import { View } from '@tarojs/components'
import { useState } from 'react'
import { now, today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { Sheet } from '@/src/design/Sheet'
import { Tag } from '@/src/design/Tag'
import { useCancelHomeVisit, useFinishHomeVisit } from '@/src/queries/haircuts'
import { Submitted } from '@/src/queries/Submitted'
import { visitSaid } from '@/src/words/haircuts'
import { daySaid, whenSaid } from '@/src/words/time'
import type { HomeVisit } from '@/types/haircuts'

/** One visit: where, what to know, who goes when, and what staff do about it. */
export function VisitRow({ visit, onPlan }: { visit: HomeVisit; onPlan: () => void }) {
  const finish = useFinishHomeVisit()
  const [asking, setAsking] = useState(false)
  const { id, person, homeName, phoneMasked, note, state, on, barbers, by, at } = visit
  const open = state === 'asked' || state === 'planned'
  return (
    <Card label={`${person.name}，${visitSaid(visit).label}`}>
      <Heading label={person.name} />
      <View>
        <Tag {...visitSaid(visit)} />
        {on !== null && <Tag label={daySaid(on, today())} tone="blue" drawing="calendar" />}
      </View>
      <View>{[homeName ?? '住址没有登记', phoneMasked].filter(Boolean).join(' · ')}</View>
      <View>{note}</View>
      <View>
        {whenSaid(at, now())} {by === null ? '本人申请' : `${by}替他申请`}
      </View>
      {barbers.length > 0 && <View>谁去：{barbers.map(({ name }) => name).join('、')}</View>}
      <Submitted of={finish} />
      {state === 'planned' && (
        <Button
          label="理完了"
          fuller={`理完了，${person.name}`}
          look="secondary"
          drawing="check"
          busy={finish.busy || finish.waiting}
          onTap={() => finish.submit({ visit: id })}
        />
      )}
      {open && (
        <Button
          label={state === 'asked' ? '安排日子和人' : '改日子或换人'}
          fuller={`${state === 'asked' ? '安排日子和人' : '改日子或换人'}，${person.name}`}
          look={state === 'asked' ? 'secondary' : 'quiet'}
          onTap={onPlan}
        />
      )}
      {open && (
        <Button
          label="不用去了"
          fuller={`不用去了，${person.name}`}
          look="quiet"
          onTap={() => setAsking(true)}
        />
      )}
      {asking && <Cancel visit={visit} onBack={() => setAsking(false)} />}
    </Card>
  )
}

function Cancel({ visit, onBack }: { visit: HomeVisit; onBack: () => void }) {
  const cancel = useCancelHomeVisit()
  return (
    <Sheet
      label={`${visit.person.name}家不用去了吗？`}
      yes={{
        label: '是的，取消',
        danger: true,
        busy: cancel.busy,
        onTap: () =>
          cancel.submit({ visit: visit.id, forResident: visit.person.id }, { done: onBack }),
      }}
      back={cancel.waiting ? '知道了' : '留着'}
      onBack={onBack}
    >
      <View>他和志愿者都会收到通知。以后要理，再申请一次。</View>
      <Submitted of={cancel} />
    </Sheet>
  )
}
