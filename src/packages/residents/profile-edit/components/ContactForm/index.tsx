import { useState } from 'react'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { useSaving } from '../../saving'
import type { Subject } from '../../subject'
import { EditPage } from '../EditPage'

export function ContactForm({ subject }: { subject: Subject }) {
  const saving = useSaving(subject)
  const [name, setName] = useState(subject.emergencyContact?.name ?? '')
  const [phone, setPhone] = useState(subject.emergencyContact?.phone ?? '')
  const [tried, setTried] = useState(false)
  const wrong = wrongField(saving.error)
  const nameError = tried && name.trim() === '' ? '请写他怎么称呼' : ''
  const phoneError =
    tried && phone === ''
      ? '请写他的电话'
      : wrong === 'emergencyContact.phone'
        ? '电话好像不对，请再看看'
        : ''
  const save = () => {
    const complete = name.trim() !== '' && phone !== ''
    setTried(!complete)
    if (complete) saving.save({ emergencyContact: { name: name.trim(), phone } })
  }
  return (
    <EditPage title="有急事联系谁" subject={subject} saving={saving} onSave={save}>
      <Field
        label="他怎么称呼"
        most={20}
        value={name}
        onChange={setName}
        {...(nameError && { error: nameError })}
      />
      <Field
        label="他的电话"
        kind="phone"
        value={phone}
        onChange={setPhone}
        {...(phoneError && { error: phoneError })}
      />
      {subject.emergencyContact && (
        <Button
          label="不留了，去掉"
          look="quiet"
          onTap={() => saving.save({ emergencyContact: null })}
        />
      )}
    </EditPage>
  )
}
