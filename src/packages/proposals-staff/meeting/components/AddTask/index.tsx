import { View } from '@tarojs/components'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { FindPerson } from '@/src/packages/residents-staff/components/FindPerson'
import { useAddTask } from '@/src/queries/proposalsStaff'
import { Submitted } from '@/src/queries/Submitted'
import type { MeetingForStaff } from '@/types/proposals'
import type { PersonLine } from '@/types/residents'
import { addDays } from '@/types/shared/day'

type AddTaskProps = { meeting: MeetingForStaff; item: string; onClose: () => void }

/** A decision becomes something that one person does by a day. */
export function AddTask({ meeting, item, onClose }: AddTaskProps) {
  const add = useAddTask()
  const [person, setPerson] = useState<PersonLine>()
  const [what, setWhat] = useState('')
  const [due, setDue] = useState(addDays(today(), 14))
  const [tried, setTried] = useState(false)
  const title = meeting.agenda.find(({ id }) => id === item)?.title ?? ''
  const missing = what.trim() === '' || due === ''
  const send = () => {
    setTried(true)
    if (missing || !person) return
    add.submit(
      { meeting: meeting.id, item, what: what.trim(), person: person.id, due },
      {
        done: () => {
          showToast(`交给${person.name}了，会收到通知`)
          onClose()
        },
      },
    )
  }
  if (!person)
    return (
      <Page
        title="交给谁办"
        subtitle={title}
        action={<Button label="返回" look="quiet" onTap={onClose} />}
      >
        <View>交给工作人员，或者登记了的志愿者。</View>
        <FindPerson label="交给谁" onPick={setPerson} />
      </Page>
    )
  return (
    <Page
      title={`交给${person.name}办`}
      subtitle={title}
      action={
        <>
          <Submitted of={add} />
          <Button label="交办" drawing="hand" busy={add.busy || add.waiting} onTap={send} />
          <Button label="换一个人" look="quiet" onTap={() => setPerson(undefined)} />
        </>
      }
    >
      <Field
        label="办什么"
        hint="看纪要的居民都会看到"
        value={what}
        onChange={setWhat}
        most={100}
        {...(tried && what.trim() === '' && { error: '请写一句要办什么' })}
      />
      <Field
        label="哪天以前办好"
        kind="date"
        value={due}
        onChange={setDue}
        {...(tried && due === '' && { error: '请选一个日子' })}
      />
    </Page>
  )
}
