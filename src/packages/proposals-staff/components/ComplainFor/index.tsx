import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { FindPerson } from '@/src/packages/residents-staff/components/FindPerson'
import { useComplain } from '@/src/queries/proposals'
import { Submitted } from '@/src/queries/Submitted'
import type { PersonLine } from '@/types/residents'

type ComplainForProps = {
  of: 'wish' | 'proposal'
  thing: string
  title: string
  onClose: () => void
}

/** Somebody without a phone says at the counter what is wrong with something published: it is theirs, and they hear back. */
export function ComplainFor({ of, thing, title, onClose }: ComplainForProps) {
  const complain = useComplain()
  const [person, setPerson] = useState<PersonLine>()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const send = () => {
    setTried(true)
    if (!person || words.trim() === '') return
    complain.submit(
      { of, thing, words: words.trim(), forResident: person.id },
      {
        done: () => {
          showToast(`记下了，看过以后给${person.name}回音`)
          onClose()
        },
      },
    )
  }
  if (!person)
    return (
      <Page
        title="替居民提意见"
        subtitle={title}
        action={<Button label="返回" look="quiet" onTap={onClose} />}
      >
        <FindPerson label="谁有意见" onPick={setPerson} />
      </Page>
    )
  return (
    <Page
      title={`${person.name}的意见`}
      subtitle={title}
      action={
        <>
          <Submitted of={complain} />
          <Button label="记下来" busy={complain.busy || complain.waiting} onTap={send} />
          <Button label="换一个人" look="quiet" onTap={() => setPerson(undefined)} />
        </>
      }
    >
      <View>别人看不到是谁提的。记录上会写明是您替他提的。</View>
      <Field
        label="哪里有问题"
        value={words}
        onChange={setWords}
        most={200}
        {...(tried && words.trim() === '' && { error: '请写一句，比如：这件事说得不对' })}
      />
    </Page>
  )
}
