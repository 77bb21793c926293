import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { useConfirmErrand } from '@/src/queries/errands'
import { Submitted } from '@/src/queries/Submitted'
import type { Errand } from '@/types/errands'
import { Stars } from '../../../components/Stars'

/** Everybody who was to come did. */
const all = 'all'

/** Was it done, and how was it; or nobody came. */
export function Confirm({ errand, self }: { errand: Errand; self: boolean }) {
  const confirm = useConfirmErrand()
  const [stars, setStars] = useState<number>()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const [missing, setMissing] = useState(false)
  const { id, person, kind, helpers, mayConfirm, mayMiss } = errand
  // Where the volunteers have not said themselves who came, the resident is asked.
  const asksWho = mayConfirm && helpers.length > 1 && helpers.some(({ came }) => came === null)
  const [who, setWho] = useState<string>()
  const subject = self ? {} : { forResident: person.id }
  const send = () => {
    const missed = stars === undefined || (asksWho && who === undefined)
    setTried(missed)
    if (missed) return
    confirm.submit(
      {
        ...subject,
        errand: id,
        came: true,
        ...(asksWho && who !== all && who !== undefined && { who: [who] }),
        ...(asksWho && who === all && { who: helpers.map((one) => one.id) }),
        stars,
        ...(words.trim() !== '' && { words: words.trim() }),
      },
      { done: () => showToast('记下了，谢谢您告诉我们') },
    )
  }
  return (
    <>
      {asksWho && (
        <Choice
          label="来了几位"
          options={[
            { value: all, label: '两位都来了' },
            ...helpers.map((one) => ({ value: one.id, label: `只来了${one.name}` })),
          ]}
          value={who}
          onChange={setWho}
        />
      )}
      {tried && asksWho && who === undefined && (
        <Notice kind="error" label="请先选来了几位，再点“办好了”" />
      )}
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
      {mayConfirm && mayMiss && (
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
          <View>工作人员会收到消息，问问志愿者，再打电话给您。急的话，请打下面社区的电话。</View>
          <Submitted of={confirm} />
        </Sheet>
      )}
    </>
  )
}
