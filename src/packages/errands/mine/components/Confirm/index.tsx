import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { useConfirmErrand } from '@/src/queries/errands'
import { Submitted } from '@/src/queries/Submitted'
import type { Errand } from '@/types/errands'
import { Stars } from '../../../components/Stars'

/** Was it done, and how was it; or nobody came. */
export function Confirm({ errand, self }: { errand: Errand; self: boolean }) {
  const confirm = useConfirmErrand()
  const [stars, setStars] = useState<number>()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const [missing, setMissing] = useState(false)
  const { id, person, kind, mayConfirm } = errand
  const subject = self ? {} : { forResident: person.id }
  const send = () => {
    setTried(stars === undefined)
    if (stars === undefined) return
    confirm.submit(
      {
        ...subject,
        errand: id,
        came: true,
        stars,
        ...(words.trim() !== '' && { words: words.trim() }),
      },
      { done: () => showToast('记下了，谢谢您告诉我们') },
    )
  }
  return (
    <>
      <Stars label="办得怎么样" value={stars} onChange={setStars} />
      {tried && stars === undefined && <Notice kind="error" label="请先选一个，再点“办好了”" />}
      {stars !== undefined && (
        <Field label="还想说一句" optional value={words} onChange={setWords} most={100} />
      )}
      {!missing && <Submitted of={confirm} />}
      <Button
        label={mayConfirm ? '办好了' : '就这样'}
        fuller={`${mayConfirm ? '办好了' : '就这样'}，${kind.name}`}
        drawing="check"
        busy={confirm.busy || confirm.waiting}
        onTap={send}
      />
      {mayConfirm && (
        <Button
          label="没有人来"
          fuller={`没有人来，${kind.name}`}
          look="quiet"
          onTap={() => setMissing(true)}
        />
      )}
      {missing && (
        <Sheet
          label="到现在都没有人来吗？"
          yes={{
            label: '是的，没有人来',
            danger: true,
            busy: confirm.busy,
            onTap: () =>
              confirm.submit(
                { ...subject, errand: id, came: false },
                {
                  done: () => {
                    showToast('知道了，工作人员会打电话给您', 'warn')
                    setMissing(false)
                  },
                },
              ),
          }}
          back={confirm.waiting ? '知道了' : '再等等'}
          onBack={() => setMissing(false)}
        >
          <View>工作人员马上会知道，打电话给您。要帮的忙，可以再点一次。</View>
          <Submitted of={confirm} />
        </Sheet>
      )}
    </>
  )
}
