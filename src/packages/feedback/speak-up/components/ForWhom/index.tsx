import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Notice } from '@/src/design/Notice'
import { Switch } from '@/src/design/Switch'
import type { CasePlace } from '@/types/feedback'
import type { Me } from '@/types/residents'
import { AboutStaff } from '../../../components/AboutStaff'
import type { ChangeMessage, Message } from '../../draft'

type ForWhomProps = {
  me: Me
  draft: Message
  place: CasePlace | undefined
  forResident: string | undefined
  onChange: ChangeMessage
}

/** For somebody of one's own; and, behind a button, what few need: without a name, about somebody who works there. */
export function ForWhom({ me, draft, place, forResident, onChange }: ForWhomProps) {
  const { anonymous, aboutStaff, person } = draft
  const [further, setFurther] = useState(anonymous || aboutStaff !== undefined)
  const family = me.dependants
  return (
    <>
      {forResident === undefined && family.length > 0 && (
        <Choice
          label="给谁说"
          options={[
            { value: 'self', label: '我自己' },
            ...family.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={person ?? 'self'}
          onChange={(id) => onChange({ person: id === 'self' ? undefined : id })}
        />
      )}
      {!further && (
        <Button
          label="不想写名字，或者说的是一位工作人员"
          look="quiet"
          onTap={() => setFurther(true)}
        />
      )}
      {further && (
        <>
          <Switch
            label="不写名字"
            detail="工作人员看不到您是谁，办事的进展您照样看得到"
            on={anonymous}
            onChange={(on) => onChange({ anonymous: on })}
          />
          {anonymous && (
            <Notice label="只有遇到危险或者违法的事，街道才能按规定查看是谁，每次查看都有记录，也会告诉您。" />
          )}
          <AboutStaff
            place={place}
            forResident={forResident ?? person}
            value={aboutStaff}
            onChange={(id) => onChange({ aboutStaff: id })}
          />
        </>
      )}
    </>
  )
}
