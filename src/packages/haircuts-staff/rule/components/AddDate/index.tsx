import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { useSaveHaircutRule } from '@/src/queries/haircuts'
import { Submitted } from '@/src/queries/Submitted'
import type { HaircutRule } from '@/types/haircuts'
import { decided } from '../../exceptions'

type AddDateProps = { rule: HaircutRule; rev: number; onClose: () => void }

/** One more date besides the usual ones, such as 二月二. */
export function AddDate({ rule, rev, onClose }: AddDateProps) {
  const save = useSaveHaircutRule()
  const [day, setDay] = useState('')
  const [because, setBecause] = useState('')
  const [tried, setTried] = useState(false)
  const send = () => {
    const complete = day > today() && because.trim() !== ''
    setTried(!complete)
    if (!complete) return
    save.submit(
      { rev, rule: decided(rule, day, { kind: 'extra', day, because: because.trim() }) },
      {
        done: () => {
          showToast('加好了，到时候自动开放取号')
          onClose()
        },
      },
    )
  }
  const dateError =
    (tried && day <= today() && '请选今天以后的日子') ||
    (save.error?.code === 'DateTaken' && '那一天已经有一次义剪了，请换一天')
  return (
    <Page
      wide
      title="加一次义剪"
      subtitle="时间、地方、放多少号，都和平时一样"
      action={
        <>
          <Submitted of={save} />
          <Button label="加上" busy={save.busy || save.waiting} onTap={send} />
          <Button label="返回" look="quiet" onTap={onClose} />
        </>
      }
    >
      <Field
        label="哪一天"
        kind="date"
        value={day}
        onChange={setDay}
        {...(dateError && { error: dateError })}
      />
      <Field
        label="为什么加"
        hint="居民会看到，比如：二月二，龙抬头"
        value={because}
        onChange={setBecause}
        most={60}
        {...(tried && because.trim() === '' && { error: '请写一句，居民会看到' })}
      />
    </Page>
  )
}
