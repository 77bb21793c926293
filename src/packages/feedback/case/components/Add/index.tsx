import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { showToast } from '@/src/design/Toast'
import { meant, useAnswerCase, useEditCase, useReopenCase } from '@/src/queries/feedback'
import { Submitted } from '@/src/queries/Submitted'
import { Photos } from '../../../components/Photos'
import { filesOf, useSendPhotos, type ChangePhotos, type Taken } from '@/src/queries/taken'
import { useDraft, useDropWhenWaiting } from '@/src/queries/draft'
import { GoesOn } from '@/src/queries/GoesOn'

type AddProps = {
  case: string
  forResident: string | undefined
  what: 'edit' | 'answer' | 'reopen'
  /** What staff asked. */
  asked?: string | undefined
  onDone: () => void
}

const empty = { words: '', photos: [] as readonly Taken[] }

const forms = {
  edit: {
    ...{ label: '补充情况', hint: '先前写的不会变，这几句记在后面', button: '补充上去' },
    ...{ missing: '请写几个字', done: '补充上去了' },
  },
  answer: {
    ...{ label: '您的回答', hint: '写几句就行', button: '回答' },
    ...{ missing: '请写几个字回答', done: '告诉他们了' },
  },
  reopen: {
    ...{ label: '哪里没有办好', hint: '这件事会交给上一级重新办', button: '没有办好，重新办' },
    ...{ missing: '请写一句哪里没有办好', done: '交给上一级了，会重新办' },
  },
} as const

/** Words and pictures of who sent it: more of it, an answer, or why it is not solved. */
export function Add({ case: id, forResident, what, asked, onDone }: AddProps) {
  const draft = useDraft({ form: `case.${what}`, forResident, thing: id }, empty)
  const { typed, change, drop } = draft
  const sends = {
    edit: useEditCase(draft.key),
    answer: useAnswerCase(draft.key),
    reopen: useReopenCase(draft.key),
  }
  const send = sends[what]
  useDropWhenWaiting(send.waiting, drop)
  const { words, photos } = typed
  const changePhotos: ChangePhotos = (next) => change((now) => ({ photos: next(now.photos) }))
  const sending = useSendPhotos('casePhoto', photos, changePhotos)
  const [tried, setTried] = useState(false)
  const { label, hint, button, missing, done } = forms[what]
  const submit = () => {
    setTried(true)
    if (words.trim() === '' || sending.left) return
    send.submit(
      {
        ...{ case: id, words: words.trim().replace(/\s+/g, ' ') },
        photos: filesOf(photos),
        ...meant(forResident),
      },
      {
        done: () => {
          drop()
          showToast(done)
          onDone()
        },
      },
    )
  }
  return (
    <Card label={label}>
      <GoesOn of={draft} />
      <Field
        label={label}
        hint={asked ? `他们问：${asked}` : hint}
        kind="lines"
        most={what === 'reopen' ? 300 : 500}
        value={words}
        onChange={(next) => change({ words: next })}
        {...(tried && words.trim() === '' && { error: missing })}
      />
      <Photos photos={photos} onChange={changePhotos} sending={sending} />
      {tried && sending.left && (
        <Notice kind="warn" label="照片还没传完。等传完了再点，或者先不要这张" />
      )}
      <Submitted of={send} />
      <Button label={button} busy={send.busy || send.waiting} onTap={submit} />
      <Button label="返回，先不说" look="quiet" onTap={onDone} />
    </Card>
  )
}
