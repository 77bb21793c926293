import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Field } from '@/src/design/Field'
import { showToast } from '@/src/design/Toast'
import { useCaseAct } from '@/src/queries/feedbackStaff'
import { Photos } from '@/src/packages/feedback/components/Photos'
import { filesOf, useSendPhotos, type ChangePhotos, type Taken } from '@/src/queries/taken'
import { goBack } from '@/src/routes'

import { Form, type FormProps } from '../components/Form'
import { useDraft, useDropWhenWaiting } from '@/src/queries/draft'
import { GoesOn } from '@/src/queries/GoesOn'

/** What the department answered, and when; with a picture of the letter. */
export function Reply({ one, act }: FormProps) {
  const [empty] = useState(() => ({
    ...{ day: today() as string, words: '', photos: [] as readonly Taken[] },
  }))
  const draft = useDraft({ form: 'act.reply', thing: one.id }, empty)
  const { typed, change, drop } = draft
  const { day, words, photos } = typed
  const reply = useCaseAct('reply', draft.key)
  useDropWhenWaiting(reply.waiting, drop)
  const changePhotos: ChangePhotos = (next) => change((now) => ({ photos: next(now.photos) }))
  const sending = useSendPhotos('casePhoto', photos, changePhotos)
  const [tried, setTried] = useState(false)
  const said = words.trim()
  const send = () => {
    const whole = said !== '' && day !== ''
    setTried(!whole)
    if (!whole || sending.left) return
    reply.submit(
      {
        ...{ case: one.id, rev: one.rev, day, words: said },
        photos: filesOf(photos),
      },
      {
        done: () => {
          drop()
          showToast('记下了，居民会收到通知')
          goBack()
        },
      },
    )
  }
  return (
    <Form
      one={one}
      act={act}
      of={{ ...reply, busy: reply.busy || sending.left }}
      label="记下答复"
      onSend={send}
    >
      <GoesOn of={draft} />
      <Field
        kind="date"
        label={`${one.department ?? '部门'}哪天答复的`}
        value={day}
        onChange={(next) => change({ day: next })}
        {...(tried && day === '' && { error: '请写全年、月、日' })}
      />
      <Field
        kind="lines"
        label="怎么答复的"
        hint="居民会看到。比如：下周三来画斑马线"
        value={words}
        onChange={(next) => change({ words: next })}
        most={500}
        {...(tried && said === '' && { error: '请写一句部门怎么说' })}
      />
      <Photos photos={photos} onChange={changePhotos} sending={sending} />
    </Form>
  )
}
