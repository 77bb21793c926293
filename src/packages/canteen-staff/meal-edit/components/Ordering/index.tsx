import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import type { CutOff } from '../../form'
import type { PartProps } from '../../part'

const cutOffs: ReadonlyArray<{ value: CutOff; label: string }> = [
  { value: 'twoHours', label: '开饭前 2 小时' },
  { value: 'dayBefore', label: '前一天下午 5 点' },
  { value: 'own', label: '另定一个时间' },
]

/** Until when people order, and how much is kept for those who come without an order. */
export function Ordering({ form, change, wrong }: PartProps) {
  return (
    <>
      <Choice
        label="几点截止预订"
        hint="在这之前，居民可以订、可以改、可以取消"
        options={cutOffs}
        value={form.cutOff}
        onChange={(cutOff) => change({ cutOff })}
      />
      {form.cutOff === 'own' && (
        <>
          <Field
            label="截止的日期"
            kind="date"
            value={form.own.day}
            onChange={(day) => change({ own: { ...form.own, day } })}
          />
          <Field
            label="截止的时间"
            kind="time"
            hint="24 小时制，下午 5 点填 17 点"
            value={form.own.time}
            onChange={(time) => change({ own: { ...form.own, time } })}
          />
        </>
      )}
      {wrong.cutOff && <Notice kind="error" label={wrong.cutOff} />}
      <Field
        label="留给没有预订的人，百分之几"
        hint="很多老人不会提前订，一般留 20"
        kind="number"
        most={3}
        value={form.counterPercent}
        onChange={(counterPercent) => change({ counterPercent })}
        {...(wrong.counterPercent && { error: wrong.counterPercent })}
      />
    </>
  )
}
