import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Field } from '@/src/design/Field'
import { showToast } from '@/src/design/Toast'
import { useSettleErrand } from '@/src/queries/errandsStaff'
import { Submitted } from '@/src/queries/Submitted'

type SettleProps = {
  errand: string
  /** Nobody said what came of it: closing it says that it was not done. */
  undone: boolean
}

/** What staff did about it, in a sentence that stays with it. */
export function Settle({ errand, undone }: SettleProps) {
  const settle = useSettleErrand()
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const send = () => {
    setTried(note.trim() === '')
    if (note.trim() === '') return
    settle.submit({ errand, note: note.trim() }, { done: () => showToast('办结了') })
  }
  return (
    <Card label="办结">
      {undone && <View>办结就算这一次没有办成。办成了的，请替居民确认，或者替志愿者报一声。</View>}
      <Field
        label="怎么处理的"
        hint="比如：打过电话，老人住院了"
        value={note}
        onChange={setNote}
        most={100}
        {...(tried && note.trim() === '' && { error: '请写一句怎么处理的' })}
      />
      <Submitted of={settle} />
      <Button
        label={undone ? '没有办成，办结' : '处理好了，办结'}
        look="secondary"
        drawing="check"
        busy={settle.busy || settle.waiting}
        onTap={send}
      />
    </Card>
  )
}
