import { View } from '@tarojs/components'
import { useState } from 'react'
import { Field } from '@/src/design/Field'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { Submitted } from '@/src/queries/Submitted'
import { useWriteHandOver } from '@/src/queries/volunteers'
import type { Shift } from '@/types/volunteers'
import type { Whose } from '../../../components/Who'

type HandOverProps = { shift: Shift; whose: Whose; onBack: () => void }

/** A few words for whoever comes next on the same post. */
export function HandOver({ shift, whose, onBack }: HandOverProps) {
  const write = useWriteHandOver()
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const send = () => {
    setMissing(!words.trim())
    if (!words.trim()) return
    write.submit(
      // A note is one line: what was typed on several stands behind one another.
      { shift: shift.id, words: words.trim().replace(/\s*\n\s*/g, '；'), ...whose.forSomeone },
      {
        done: () => {
          showToast('写好了，下一班的人看得到')
          onBack()
        },
      },
    )
  }
  return (
    <Sheet
      label="给下一班的人写几句"
      yes={{ label: '写好了', busy: write.busy, onTap: send }}
      back={write.waiting ? '知道了' : '返回'}
      onBack={onBack}
    >
      <View>下一次来“{shift.title}”的人会看到。请不要写别人的名字和电话。</View>
      <Field
        label="要交代什么"
        kind="lines"
        hint="比如：路口的灯坏了，多留神"
        value={words}
        onChange={setWords}
        most={200}
        {...(missing && !words.trim() && { error: '请写一句，或者点“返回”' })}
      />
      <Submitted of={write} />
    </Sheet>
  )
}
