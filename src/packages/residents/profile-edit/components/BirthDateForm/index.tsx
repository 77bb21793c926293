import { useState } from 'react'
import { Field } from '@/src/design/Field'
import { useSaving } from '../../saving'
import type { Subject } from '../../subject'
import { EditPage } from '../EditPage'

export function BirthDateForm({ subject }: { subject: Subject }) {
  const saving = useSaving(subject)
  const [birthDate, setBirthDate] = useState(subject.birthDate ?? '')
  const [tried, setTried] = useState(false)
  const error = tried && birthDate === '' ? '请把年、月、日都写上，比如 1942 年 3 月 5 日' : ''
  const save = () => {
    setTried(birthDate === '')
    if (birthDate !== '') saving.save({ birthDate })
  }
  return (
    <EditPage title="出生日期" subject={subject} saving={saving} onSave={save}>
      <Field
        label="出生日期"
        kind="date"
        hint="按身份证上的填。有的活动看年龄"
        value={birthDate}
        onChange={setBirthDate}
        {...(error && { error })}
      />
    </EditPage>
  )
}
