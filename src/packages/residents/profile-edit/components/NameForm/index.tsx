import { useState } from 'react'
import { wrongField } from '@/src/api/wrongField'
import { Field } from '@/src/design/Field'
import { useSaving } from '../../saving'
import type { Subject } from '../../subject'
import { EditPage } from '../EditPage'

export function NameForm({ subject }: { subject: Subject }) {
  const saving = useSaving(subject)
  const [name, setName] = useState(subject.name)
  const [tried, setTried] = useState(false)
  const empty = name.trim() === ''
  const error =
    tried && empty ? '请写上名字' : wrongField(saving.error) === 'name' ? '名字最多 20 个字' : ''
  const save = () => {
    setTried(empty)
    if (!empty) saving.save({ name: name.trim() })
  }
  return (
    <EditPage title="名字" subject={subject} saving={saving} onSave={save}>
      <Field
        label="名字"
        hint="工作人员会这样叫您"
        most={20}
        value={name}
        onChange={setName}
        {...(error && { error })}
      />
    </EditPage>
  )
}
