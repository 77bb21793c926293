import type { ReactNode } from 'react'
import type { CallError } from '@/src/api/call'
import { Button } from '@/src/design/Button'
import { Page } from '@/src/design/Page'
import { Submitted } from '@/src/queries/Submitted'
import type { Subject } from '../../subject'

type EditPageProps = {
  title: string
  subject: Subject
  saving: { error: CallError | null; busy: boolean; waiting: boolean }
  onSave: () => void
  children: ReactNode
}

/** The frame of one question: whose it is, the fields, and the button that keeps it. */
export function EditPage({ title, subject, saving, onSave, children }: EditPageProps) {
  return (
    <Page
      title={title}
      {...(subject.forResident !== undefined && { subtitle: subject.name })}
      action={
        <>
          <Submitted of={saving} />
          <Button label="记下来" busy={saving.busy || saving.waiting} onTap={onSave} />
        </>
      }
    >
      {children}
    </Page>
  )
}
