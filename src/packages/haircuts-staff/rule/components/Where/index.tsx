import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { usePublishers } from '@/src/queries/publishers'
import type { PartProps } from '../../part'

/** The square, who runs it, and the barbers asked for. */
export function Where({ form, change, wrong }: PartProps) {
  const { nodes } = usePublishers()
  return (
    <>
      <Field
        label="在哪里"
        hint="居民看到的，比如 社区广场"
        value={form.placeName}
        onChange={(placeName) => change({ placeName })}
        most={40}
        {...(wrong.placeName && { error: wrong.placeName })}
      />
      {nodes.length > 1 && (
        <Choice
          label="谁来办"
          options={nodes.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.node}
          onChange={(node) => change({ node })}
        />
      )}
      <Field
        label="要几位理发师"
        kind="number"
        value={form.barbers}
        onChange={(barbers) => change({ barbers })}
        most={2}
        {...(wrong.barbers && { error: wrong.barbers })}
      />
      <Field
        label="剪一位几分钟"
        kind="number"
        value={form.minutesPerCut}
        onChange={(minutesPerCut) => change({ minutesPerCut })}
        most={2}
        {...(wrong.minutesPerCut && { error: wrong.minutesPerCut })}
      />
    </>
  )
}
