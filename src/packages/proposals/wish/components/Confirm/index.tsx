import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { useConfirmWish } from '@/src/queries/proposals'
import { Submitted } from '@/src/queries/Submitted'

type ConfirmProps = {
  wish: { id: string; title: string }
  /** Whose wish it is, when that is somebody else: of my family, or on the phone to staff. */
  forSomeone: { forResident?: string }
  onClose: () => void
}

/** Whether it came true, with thanks that staff read before anybody else. */
export function Confirm({ wish, forSomeone, onClose }: ConfirmProps) {
  const confirm = useConfirmWish()
  const [came, setCame] = useState<'yes' | 'no'>('yes')
  const [thanks, setThanks] = useState('')
  const send = () =>
    confirm.submit(
      {
        ...{ wish: wish.id, came: came === 'yes' },
        ...(came === 'yes' && thanks.trim() !== '' && { thanks: thanks.trim() }),
        ...forSomeone,
      },
      {
        done: () => {
          showToast(came === 'yes' ? '太好了，告诉帮您的人了' : '知道了，请他再看看')
          onClose()
        },
      },
    )
  return (
    <Page
      title="心愿实现了吗？"
      subtitle={wish.title}
      action={
        <>
          <Submitted of={confirm} />
          <Button
            label={came === 'yes' ? '实现了，告诉他' : '还没有，告诉他'}
            drawing="check"
            busy={confirm.busy || confirm.waiting}
            onTap={send}
          />
          <Button label="返回" look="quiet" onTap={onClose} />
        </>
      }
    >
      <Choice
        label="实现了没有"
        options={[
          { value: 'yes', label: '实现了' },
          { value: 'no', label: '还没有' },
        ]}
        value={came}
        onChange={setCame}
      />
      {came === 'yes' && (
        <>
          <Field
            label="想说句谢谢吗"
            hint="比如：看得清清楚楚，谢谢您"
            value={thanks}
            onChange={setThanks}
            most={100}
            optional
          />
          <View>工作人员看过，就转给帮您的人，也写在心愿下面。</View>
        </>
      )}
    </Page>
  )
}
