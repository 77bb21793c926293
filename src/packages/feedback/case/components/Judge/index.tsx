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
import { useDraft, useDropWhenWaiting } from '@/src/queries/draft'
import { GoesOn } from '@/src/queries/GoesOn'

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

const empty = { stars: undefined as string | undefined, words: '', mayShow: false }

/** It is solved, and how it was done. */
export function Judge({ case: id, forResident, showable, onBack }: JudgeProps) {
  const draft = useDraft({ form: 'case.confirm', forResident, thing: id }, empty)
  const { typed, change, drop } = draft
  const { stars, words, mayShow } = typed
  const confirm = useConfirmCase(draft.key)
  useDropWhenWaiting(confirm.waiting, drop)
  const [tried, setTried] = useState(false)
  const send = () => {
    setTried(true)
    if (stars === undefined) return
    confirm.submit(
      {
        case: id,
        stars: Number(stars),
        words: words.trim(),
        ...(showable && mayShow && { mayShow }),
        ...meant(forResident),
      },
      {
        done: () => {
          drop()
          showToast('记下了，谢谢您')
          onBack()
        },
      },
    )
  }
  return (
    <Card label="办好了，这次办得怎么样">
      <GoesOn of={draft} />
      <Choice
        label="这次办得怎么样"
        options={options}
        value={stars}
        onChange={(next) => change({ stars: next })}
      />
      {tried && stars === undefined && <Notice kind="error" label="请先选一个" />}
      <Field
        label="还想说一句"
        optional
        most={200}
        value={words}
        onChange={(next) => change({ words: next })}
      />
      {showable && (
        <Switch
          label="我拍的照片可以公开"
          detail="放在“办好的事”里给大家看，不写是谁拍的"
          on={mayShow}
          onChange={(on) => change({ mayShow: on })}
        />
      )}
      <Submitted of={confirm} />
      <Button label="确认办好了" busy={confirm.busy || confirm.waiting} onTap={send} />
      <Button label="返回" look="quiet" onTap={onBack} />
    </Card>
  )
}
