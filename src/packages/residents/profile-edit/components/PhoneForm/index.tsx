import { View } from '@tarojs/components'
import { useState } from 'react'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { showToast } from '@/src/design/Toast'
import { phoneCode } from '@/src/platform/phoneNumber'
import { useBindPhone } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { goBack } from '@/src/routes'
import { useSaving } from '../../saving'
import type { Subject } from '../../subject'
import { EditPage } from '../EditPage'

export function PhoneForm({ subject }: { subject: Subject }) {
  const saving = useSaving(subject)
  const [phone, setPhone] = useState(subject.phone ?? '')
  const unchanged = phone === (subject.phone ?? '')
  const error =
    wrongField(saving.error) === 'phone' ? `手机号要 11 位，现在是 ${phone.length} 位` : ''
  return (
    <EditPage
      title="手机号"
      subject={subject}
      saving={saving}
      onSave={() => (unchanged ? goBack() : saving.save({ phone: phone === '' ? null : phone }))}
    >
      {subject.forResident === undefined && <FromWeChat />}
      <Field
        label="手机号"
        kind="phone"
        hint="活动有变化好通知您，别人看不到。不想留就空着"
        value={phone}
        onChange={setPhone}
        {...(error && { error })}
      />
    </EditPage>
  )
}

/** WeChat's own button gives the number it knows, after the person agreed in its dialog. */
function FromWeChat() {
  const bind = useBindPhone()
  const [refused, setRefused] = useState(false)
  const codeOf = phoneCode
  if (!codeOf) return null
  return (
    <>
      <Submitted of={bind} />
      {refused && (
        <Notice label="没有用微信手机号">
          <View>没关系，在下面自己写也一样。</View>
        </Notice>
      )}
      <Button
        label="用微信手机号"
        look="secondary"
        drawing="phone"
        openType="getPhoneNumber"
        busy={bind.busy || bind.waiting}
        onGetPhoneNumber={(answer) => {
          const code = codeOf(answer)
          setRefused(code === null)
          if (code === null) return
          bind.submit(
            { code },
            {
              done: ({ phone }) => {
                showToast(`手机号 ${phone} 记下了`)
                goBack()
              },
            },
          )
        }}
      />
    </>
  )
}
