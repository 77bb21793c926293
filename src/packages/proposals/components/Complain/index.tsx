import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { useComplain } from '@/src/queries/proposals'
import { Submitted } from '@/src/queries/Submitted'

/** Says to staff what is wrong with something published; nobody else reads it. */
export function Complain({ of, thing }: { of: 'wish' | 'proposal'; thing: string }) {
  const complain = useComplain()
  const [open, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  if (!open) return <Button label="内容有问题，告诉社区" look="quiet" onTap={() => setOpen(true)} />
  const send = () => {
    setTried(true)
    if (words.trim() === '') return
    complain.submit(
      { of, thing, words: words.trim() },
      {
        done: () => {
          showToast('告诉社区了，看过以后给您回音')
          setOpen(false)
        },
      },
    )
  }
  return (
    <Sheet
      label="哪里有问题？"
      yes={{ label: '告诉社区', busy: complain.busy, onTap: send }}
      back={complain.waiting ? '知道了' : '不说了'}
      onBack={() => setOpen(false)}
    >
      <View>只有工作人员看得到，不会告诉写的人是谁说的。</View>
      <Field
        label="说一说"
        value={words}
        onChange={setWords}
        most={200}
        {...(tried && words.trim() === '' && { error: '请写一句，比如：这件事说得不对' })}
      />
      <Submitted of={complain} />
    </Sheet>
  )
}
