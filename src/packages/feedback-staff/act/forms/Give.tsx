import { useState } from 'react'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { showToast } from '@/src/design/Toast'
import { useCaseAct } from '@/src/queries/feedbackStaff'
import { goBack } from '@/src/routes'
import { Colleagues } from '../../components/Colleagues'
import { Form, type FormProps } from '../components/Form'

/** To a colleague by name; the deadline stays. */
export function Give({ one, act }: FormProps) {
  const give = useCaseAct('handOver')
  const [person, setPerson] = useState<string>()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const send = () => {
    setTried(person === undefined)
    if (person === undefined) return
    give.submit(
      { case: one.id, rev: one.rev, to: { person }, words: words.trim() },
      {
        done: () => {
          showToast('转过去了，他会收到通知')
          goBack()
        },
      },
    )
  }
  return (
    <Form one={one} act={act} of={give} onSend={send}>
      <Colleagues cases={[one.id]} value={person} onChange={setPerson} />
      {tried && person === undefined && <Notice kind="error" label="请先选一位同事" />}
      <Field label="跟他说一句" optional value={words} onChange={setWords} most={200} />
    </Form>
  )
}
