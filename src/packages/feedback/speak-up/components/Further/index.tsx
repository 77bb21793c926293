import { Choice } from '@/src/design/Choice'
import { Notice } from '@/src/design/Notice'
import { Switch } from '@/src/design/Switch'
import { useStaffAround } from '@/src/queries/feedback'
import { Reading } from '@/src/queries/Reading'
import type { Me } from '@/types/residents'
import type { Draft } from '../../draft'

type FurtherProps = {
  me: Me
  draft: Draft
  forResident: string | undefined
  onChange: (change: Partial<Draft>) => void
}

const nobody = 'nobody'

/** What few need: for somebody else, without a name, about somebody who works there. */
export function Further({ me, draft, forResident, onChange }: FurtherProps) {
  const { anonymous, aboutStaff, person } = draft
  const staff = useStaffAround(forResident ?? person, { enabled: true })
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
      <Switch
        label="不写名字"
        detail="工作人员看不到您是谁，办事的进展您照样看得到"
        on={anonymous}
        onChange={(on) => onChange({ anonymous: on })}
      />
      {anonymous && (
        <Notice label="只有遇到危险或者违法的事，街道才能按规定查看是谁，每次查看都有记录，也会告诉您。" />
      )}
      <Reading of={staff} failed="工作人员没有打开">
        {({ people }) =>
          people.length === 0 ? null : (
            <Choice
              label="是不是说一位工作人员"
              hint="选了谁，谁就看不到，直接交给上一级"
              options={[
                { value: nobody, label: '不是' },
                ...people.map(({ id, name, of }) => ({ value: id, label: name, detail: of })),
              ]}
              value={aboutStaff ?? nobody}
              onChange={(id) => onChange({ aboutStaff: id === nobody ? undefined : id })}
            />
          )
        }
      </Reading>
    </>
  )
}
