import { Stepper } from '@/src/design/Stepper'
import { Skills } from '../../../components/Skills'
import type { PartProps } from '../../form'

/** As many as one shift holds. */
const most = 60

/** How many, and what they can do. */
export function Who({ form, change }: PartProps) {
  return (
    <>
      <Stepper
        label="每次要几个人"
        unit="人"
        least={1}
        most={most}
        value={form.needed}
        onChange={(needed) => change({ needed })}
      />
      <Skills value={form.skills} onChange={(skills) => change({ skills })} />
    </>
  )
}
