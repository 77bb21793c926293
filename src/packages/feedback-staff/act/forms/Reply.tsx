import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Field } from '@/src/design/Field'
import { showToast } from '@/src/design/Toast'
import { useCaseAct } from '@/src/queries/feedbackStaff'
import { useUpload } from '@/src/queries/uploads'
import { goBack } from '@/src/routes'
import { AddPhotos, type Added } from '../components/AddPhotos'
import { Form, type FormProps } from '../components/Form'

/** What the department answered, and when; with a picture of the letter. */
export function Reply({ one, act }: FormProps) {
  const reply = useCaseAct('reply')
  const upload = useUpload('casePhoto')
  const [day, setDay] = useState<string>(today())
  const [words, setWords] = useState('')
  const [photos, setPhotos] = useState<readonly Added[]>([])
  const [tried, setTried] = useState(false)
  const said = words.trim()
  const send = () => {
    const whole = said !== '' && day !== ''
    setTried(!whole)
    if (!whole || upload.busy) return
    reply.submit(
      {
        ...{ case: one.id, rev: one.rev, day, words: said },
        photos: photos.map(({ file }) => file),
      },
      {
        done: () => {
          showToast('记下了，居民会收到通知')
          goBack()
        },
      },
    )
  }
  return (
    <Form one={one} act={act} of={reply} label="记下答复" onSend={send}>
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
      <AddPhotos upload={upload} photos={photos} onChange={setPhotos} />
    </Form>
  )
}
