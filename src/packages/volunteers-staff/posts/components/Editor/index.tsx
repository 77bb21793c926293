import { View } from '@tarojs/components'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { toTop } from '@/src/platform/toTop'
import { Submitted } from '@/src/queries/Submitted'
import { useSavePost } from '@/src/queries/volunteers'
import type { Post, Shift } from '@/types/volunteers'
import { Terms } from '../../../components/Terms'
import { draftOf, stepOfField, steps, stepTitles, wrongIn, type Form, type Step } from '../../form'
import { Check } from '../Check'
import { What } from '../What'
import { When } from '../When'
import { Who } from '../Who'

type EditorProps = {
  begin: Form
  /** Absent when it is a new one. */
  post?: Post
  /** `kept` did not follow and are to be looked at. */
  onSaved: (kept: readonly Shift[]) => void
  onClose: () => void
}

/** A post in small steps; its days are looked at before it is saved. */
export function Editor({ begin, post, onSaved, onClose }: EditorProps) {
  const save = useSavePost()
  const [form, setForm] = useState(begin)
  const [step, setStep] = useState<Step>('what')
  const [tried, setTried] = useState(false)
  const [ending, setEnding] = useState(false)
  const number = steps.indexOf(step)
  const wrong = wrongIn(form, step)
  const show = (next: Step) => {
    setStep(next)
    setTried(false)
    toTop()
  }
  const complete = Object.keys(wrong).length === 0
  const goOn = () => {
    setTried(!complete)
    const next = steps[number + 1]
    if (complete && next !== undefined) show(next)
  }
  const send = (typed: Form) => {
    setTried(!complete)
    if (!complete) return
    save.submit(
      {
        ...(post && { post: post.id }),
        rev: post?.rev ?? 0,
        draft: draftOf(typed, today()),
      },
      {
        done: ({ kept }) => {
          showToast(ending ? '好的，以后不再排了' : '存好了，班已经排上')
          onSaved(kept)
        },
        failed: (error) => {
          setEnding(false)
          const at = stepOfField(wrongField(error))
          if (error.code === 'TimesOutOfOrder') show('when')
          else if (error.code === 'NotYourCanteen') show('what')
          else if (at) show(at)
        },
      },
    )
  }
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
      subtitle={`固定的岗，第 ${number + 1} 步，共 ${steps.length} 步`}
      action={
        <>
          <Submitted of={save} />
          {step === 'check' ? (
            <Button label="存下来" busy={save.busy || save.waiting} onTap={() => send(form)} />
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
      {step === 'what' && <What {...part} isNew={!post} />}
      {step === 'when' && <When {...part} />}
      {step === 'who' && <Who {...part} />}
      {step === 'terms' && (
        <Terms value={form} onChange={part.change} wrongPhone={Boolean(part.wrong.phone)} />
      )}
      {step === 'check' && <Check {...part} />}
      {step === 'what' && post && post.next !== null && (
        <Button label="这个岗不要了" look="danger" onTap={() => setEnding(true)} />
      )}
      {ending && (
        <Sheet
          label="从明天起不再排这个岗吗？"
          yes={{
            label: '是的，不要了',
            danger: true,
            busy: save.busy,
            onTap: () => send({ ...begin, until: today() }),
          }}
          back={save.waiting ? '知道了' : '返回'}
          onBack={() => setEnding(false)}
        >
          <View>没有人报名的班会去掉。已经有人答应来的班会留着，请您一班一班看。</View>
          <Submitted of={save} />
        </Sheet>
      )}
    </Page>
  )
}
