import { View } from '@tarojs/components'
import { useState } from 'react'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { toTop } from '@/src/platform/toTop'
import { useSaveHaircutRule } from '@/src/queries/haircuts'
import { Submitted } from '@/src/queries/Submitted'
import {
  cutsOf,
  ruleOf,
  stepOfField,
  steps,
  stepTitles,
  wrongIn,
  wrongOf,
  type Form,
  type Step,
} from '../../form'
import { Check } from '../Check'
import { Numbers } from '../Numbers'
import { When } from '../When'
import { Where } from '../Where'

type EditorProps = {
  begin: Form
  rev: number
  onClose: () => void
}

/** A new rule or changes to it, in small steps; nothing is sent before its dates were looked at. */
export function Editor({ begin, rev, onClose }: EditorProps) {
  const save = useSaveHaircutRule()
  const [form, setForm] = useState(begin)
  const [step, setStep] = useState<Step>('when')
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const number = steps.indexOf(step)
  const wrong = wrongIn(wrongOf(form), step)
  const show = (next: Step) => {
    setStep(next)
    setTried(false)
    toTop()
  }
  const goOn = () => {
    const complete = Object.keys(wrong).length === 0
    setTried(!complete)
    const next = steps[number + 1]
    if (!complete || next === undefined) return
    const cuts = cutsOf(form)
    if (next === 'numbers' && form.planned === '' && cuts !== null)
      setForm({ ...form, planned: String(cuts) })
    show(next)
  }
  const send = () =>
    save.submit(
      { rev, rule: ruleOf(form) },
      {
        done: ({ told }) => {
          showToast(told > 0 ? `存好了，会告诉 ${told} 个人` : '存好了，到日子自动开放取号')
          onClose()
        },
        failed: (error) => {
          setAsking(false)
          const at = stepOfField(wrongField(error))
          if (error.code === 'TimesOutOfOrder' || error.code === 'UnknownRecurrence') show('when')
          else if (at) show(at)
        },
      },
    )
  const part = {
    form,
    change: (change: Partial<Form>) => setForm((before) => ({ ...before, ...change })),
    wrong: tried ? wrong : {},
  }
  const back = steps[number - 1]
  return (
    <Page
      wide
      title={stepTitles[step]}
      subtitle={`义剪安排，第 ${number + 1} 步，共 ${steps.length} 步`}
      action={
        <>
          <Submitted of={save} />
          {step === 'check' ? (
            <Button label="存下来" busy={save.busy || save.waiting} onTap={() => setAsking(true)} />
          ) : (
            <Button label="下一步" onTap={goOn} />
          )}
          <Button
            label={back ? '上一步' : '不改了'}
            look="quiet"
            onTap={() => (back ? show(back) : onClose())}
          />
        </>
      }
    >
      {step === 'when' && <When {...part} />}
      {step === 'where' && <Where {...part} />}
      {step === 'numbers' && <Numbers {...part} />}
      {step === 'check' && <Check {...part} />}
      {asking && (
        <Sheet
          label="按这样安排吗？"
          yes={{ label: '就这样', busy: save.busy, onTap: send }}
          onBack={() => setAsking(false)}
        >
          <View>已经开放取号的日子如果变了，取了号的人马上会收到通知。</View>
          <View>没用微信的人会出现在打电话名单里。</View>
        </Sheet>
      )}
    </Page>
  )
}
