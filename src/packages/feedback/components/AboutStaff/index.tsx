import { Choice } from '@/src/design/Choice'
import { meant, useStaffAround } from '@/src/queries/feedback'
import { Reading } from '@/src/queries/Reading'
import { roleNames } from '@/src/words/residents'
import type { CasePlace } from '@/types/feedback'

const nobody = 'nobody'

type AboutStaffProps = {
  place: CasePlace | undefined
  forResident: string | undefined
  value: string | undefined
  onChange: (person: string | undefined) => void
}

/** Whether it is about somebody who works at the place. */
export function AboutStaff({ place, forResident, value, onChange }: AboutStaffProps) {
  const staff = useStaffAround({
    // Words typed beside it change nothing of where it is.
    ...(place && {
      place: 'node' in place ? { ...place, where: '' } : { ...place, where: '地图' },
    }),
    ...meant(forResident),
  })
  return (
    <Reading of={staff} failed="工作人员没有打开">
      {({ people }) =>
        people.length === 0 ? null : (
          <Choice
            label="是不是说一位工作人员"
            hint="选了谁，谁就看不到，直接交给上一级"
            options={[
              { value: nobody, label: '不是' },
              ...people.map(({ id, name, of, role }) => ({
                value: id,
                label: name,
                detail: `${of} · ${roleNames[role]}`,
              })),
            ]}
            value={value ?? nobody}
            onChange={(id) => onChange(id === nobody ? undefined : id)}
          />
        )
      }
    </Reading>
  )
}
