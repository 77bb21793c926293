import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Field } from '@/src/design/Field'
import { showToast } from '@/src/design/Toast'
import { useSettleErrand } from '@/src/queries/errandsStaff'
import { Submitted } from '@/src/queries/Submitted'

/** What staff did about it, in a sentence that stays with it. */
export function Settle({ errand }: { errand: string }) {
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
        label="处理好了，办结"
        look="secondary"
        drawing="check"
        busy={settle.busy || settle.waiting}
        onTap={send}
      />
    </Card>
  )
}
