import type { ReactNode } from 'react'
import type { Submitting } from '@/src/queries/hooks'
import { Button } from '@/src/design/Button'
import { Page } from '@/src/design/Page'
import { Submitted } from '@/src/queries/Submitted'
import type { CaseAct, CaseForStaff } from '@/types/feedback'
import { actNames } from '../../../words'

export type FormProps = { one: CaseForStaff; act: CaseAct }

type FrameProps = FormProps & {
  of: Pick<Submitting<never, unknown>, 'busy' | 'waiting' | 'error'>
  /** On the button that sends it, where the act's own name would not do. */
  label?: string
  danger?: boolean
  onSend: () => void
  children: ReactNode
}

/** The page of an act: what case it is, what is asked, and the button that does it. */
export function Form({ one, act, of, label, danger = false, onSend, children }: FrameProps) {
  return (
    <Page
      wide
      title={actNames[act].label}
      subtitle={[one.place, one.category, one.number].filter(Boolean).join(' · ')}
      action={
        <>
          <Submitted of={of} />
          <Button
            label={label ?? actNames[act].label}
            look={danger ? 'danger' : 'primary'}
            busy={of.busy || of.waiting}
            onTap={onSend}
          />
        </>
      }
    >
      {children}
    </Page>
  )
}
