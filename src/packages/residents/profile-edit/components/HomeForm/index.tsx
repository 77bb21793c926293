import { useState } from 'react'
import { HomeField } from '../../../components/HomeField'
import { draftOf, homeOf } from '../../../components/HomeField/home'
import { useSaving } from '../../saving'
import type { Subject } from '../../subject'
import { EditPage } from '../EditPage'

export function HomeForm({ subject }: { subject: Subject }) {
  const saving = useSaving(subject)
  const [draft, setDraft] = useState(() => draftOf(subject.home, subject.homeName))
  const [tried, setTried] = useState(false)
  const home = homeOf(draft)
  const save = () => {
    setTried(home === null)
    if (home !== null) saving.save({ home })
  }
  return (
    <EditPage title="住址" subject={subject} saving={saving} onSave={save}>
      <HomeField
        value={draft}
        onChange={setDraft}
        {...(tried && home === null && { error: '请先选社区和楼号' })}
      />
    </EditPage>
  )
}
