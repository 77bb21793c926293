import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { useComplain } from '@/src/queries/caseBoard'
import { Submitted } from '@/src/queries/Submitted'
import { goBack } from '@/src/routes'
import { wordsIn } from '@/src/words/address'
import { useDraft, useDropWhenWaiting } from '@/src/queries/draft'
import { GoesOn } from '@/src/queries/GoesOn'

/** Something on the board should not be there. */
export default function Complain() {
  const { entry = '', title = '' } = useRouter().params
  const draft = useDraft({ form: 'complain', thing: entry }, { because: '' })
  const { typed, change, drop } = draft
  const { because } = typed
  const complain = useComplain(draft.key)
  useDropWhenWaiting(complain.waiting, drop)
  const [tried, setTried] = useState(false)
  const missing = because.trim() === ''
  const send = () => {
    setTried(true)
    if (missing) return
    complain.submit(
      { about: { kind: 'board', id: entry }, because: because.trim() },
      {
        done: () => {
          drop()
          showToast('记下了，工作人员看过会告诉您')
          goBack()
        },
      },
    )
  }
  return (
    <Page
      title="这一条不妥"
      {...(title !== '' && { subtitle: `“${wordsIn(title)}”` })}
      action={
        <>
          <Submitted of={complain} />
          <Button label="告诉工作人员" busy={complain.busy || complain.waiting} onTap={send} />
          <Button label="返回" look="quiet" onTap={goBack} />
        </>
      }
    >
      <GoesOn of={draft} />
      <Field
        label="哪里不妥"
        hint="比如：写得不对，或者看得出是谁。您的名字不会写出来"
        kind="lines"
        most={200}
        value={because}
        onChange={(next) => change({ because: next })}
        {...(tried && missing && { error: '请写几个字，哪里不妥' })}
      />
    </Page>
  )
}
