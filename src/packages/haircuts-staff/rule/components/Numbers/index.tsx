import { Field } from '@/src/design/Field'
import { cutsOf, type FieldName } from '../../form'
import type { PartProps } from '../../part'

/** How many numbers there are, who goes first, and from when people may take one. */
export function Numbers({ form, change, wrong }: PartProps) {
  const cuts = cutsOf(form)
  const fields: ReadonlyArray<{ name: FieldName; label: string; hint?: string; most: number }> = [
    {
      name: 'planned',
      label: '计划剪多少位',
      hint: `理发师报名前先按这个放号${cuts === null ? '' : `。按人数和时间算是 ${cuts} 位`}`,
      most: 3,
    },
    { name: 'slotMinutes', label: '几分钟一个时间段', hint: '居民按时间段取号', most: 3 },
    {
      name: 'walkInPercent',
      label: '给现场来的人留百分之几',
      hint: '没有取号、直接来的人',
      most: 2,
    },
    { name: 'priorityAge', label: '多少岁以上先理', most: 3 },
    { name: 'opensDaysBefore', label: '提前几天开始取号', hint: '早上 8 点开始', most: 2 },
  ]
  return (
    <>
      {fields.map(({ name, label, hint, most }) => (
        <Field
          key={name}
          label={label}
          kind="number"
          {...(hint !== undefined && { hint })}
          value={form[name]}
          onChange={(value) => change({ [name]: value })}
          most={most}
          {...(wrong[name] && { error: wrong[name] })}
        />
      ))}
    </>
  )
}
