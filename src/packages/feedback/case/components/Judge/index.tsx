import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Switch } from '@/src/design/Switch'
import { showToast } from '@/src/design/Toast'
import { meant, useConfirmCase } from '@/src/queries/feedback'
import { Submitted } from '@/src/queries/Submitted'
import { ratingNames } from '@/src/words/feedback'

const options = ([5, 4, 3, 2, 1] as const).map((stars) => ({
  value: String(stars),
  label: ratingNames[stars],
}))

type JudgeProps = {
  case: string
  forResident: string | undefined
  /** There are pictures that could be shown to everybody. */
  showable: boolean
  onBack: () => void
}

/** It is solved, and how it was done. */
export function Judge({ case: id, forResident, showable, onBack }: JudgeProps) {
  const confirm = useConfirmCase()
  const [stars, setStars] = useState<string>()
  const [words, setWords] = useState('')
  const [mayShow, setMayShow] = useState(false)
  const [tried, setTried] = useState(false)
  const send = () => {
    setTried(true)
    if (stars === undefined) return
    confirm.submit(
      {
        case: id,
        stars: Number(stars),
        words: words.trim(),
        ...(mayShow && { mayShow }),
        ...meant(forResident),
      },
      {
        done: () => {
          showToast('记下了，谢谢您')
          onBack()
        },
      },
    )
  }
  return (
    <Card label="办好了，这次办得怎么样">
      <Choice label="这次办得怎么样" options={options} value={stars} onChange={setStars} />
      {tried && stars === undefined && <Notice kind="error" label="请先选一个" />}
      <Field label="还想说一句" optional most={200} value={words} onChange={setWords} />
      {showable && (
        <Switch
          label="我拍的照片可以公开"
          detail="放在“办好的事”里给大家看，不写是谁拍的"
          on={mayShow}
          onChange={setMayShow}
        />
      )}
      <Submitted of={confirm} />
      <Button label="确认办好了" busy={confirm.busy || confirm.waiting} onTap={send} />
      <Button label="返回" look="quiet" onTap={onBack} />
    </Card>
  )
}
