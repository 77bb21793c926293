import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Field } from '@/src/design/Field'
import { showToast } from '@/src/design/Toast'
import { useCaseAct } from '@/src/queries/feedbackStaff'
import { Photos } from '@/src/packages/feedback/components/Photos'
import { dropFile, filesOf, useSendPhotos, type Taken } from '@/src/packages/feedback/taken'
import { goBack } from '@/src/routes'

import { Form, type FormProps } from '../components/Form'

/** What the department answered, and when; with a picture of the letter. */
export function Reply({ one, act }: FormProps) {
  const reply = useCaseAct('reply')
  const [day, setDay] = useState<string>(today())
  const [words, setWords] = useState('')
  const [photos, setPhotos] = useState<readonly Taken[]>([])
  const sending = useSendPhotos(photos, setPhotos)
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
          photos.forEach(dropFile)
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
      <Field
        kind="date"
        label={`${one.department ?? '部门'}哪天答复的`}
        value={day}
        onChange={setDay}
        {...(tried && day === '' && { error: '请写全年、月、日' })}
      />
      <Field
        kind="lines"
        label="怎么答复的"
        hint="居民会看到。比如：下周三来画斑马线"
        value={words}
        onChange={setWords}
        most={500}
        {...(tried && said === '' && { error: '请写一句部门怎么说' })}
      />
      <Photos photos={photos} onChange={setPhotos} sending={sending} />
    </Form>
  )
}
