import { Field } from '@/src/design/Field'
import type { Typed } from '../../form'

type MomentProps = {
  /** What happens then: 开始报名. */
  label: string
  value: Typed
  onChange: (value: Typed) => void
  error: string | undefined
}

/** A day and a time. */
export function Moment({ label, value, onChange, error }: MomentProps) {
  return (
    <>
      <Field
        label={`${label}的日期`}
        kind="date"
        value={value.day}
        onChange={(day) => onChange({ ...value, day })}
      />
      <Field
        label={`${label}的时间`}
        kind="time"
        hint="24 小时制，下午 2 点填 14 点"
        value={value.time}
        onChange={(time) => onChange({ ...value, time })}
        {...(error !== undefined && { error })}
      />
    </>
  )
}
