import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '@/src/api/call'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { whenSaid } from '@/src/words/time'

type DoorProps = { card: OutputOf<'errands', 'toDo'>['card']; kind: string }

/** Shown at the door: who I am, what I come for, and whom to call to ask whether that is so. */
export function Door({ card: { name, centreName, centrePhone }, kind }: DoorProps) {
  const [open, setOpen] = useState(false)
  if (!open)
    return <Button label="出示证件" look="secondary" drawing="person" onTap={() => setOpen(true)} />
  return (
    <Card label={`志愿者证，${name}，${centreName}`}>
      <Figure label={`${centreName} 志愿者`} value={name} reason={`来帮忙：${kind}`} />
      <View>{whenSaid(now(), now())} 出示</View>
      <View>不放心，请先打电话问一问，问清楚再开门。</View>
      {centrePhone !== null && <CallButton label="打电话核实" phone={centrePhone} />}
      <Button label="收起证件" look="quiet" onTap={() => setOpen(false)} />
    </Card>
  )
}
