import { Field } from '@/src/design/Field'
import { instantOf, type Instant } from '@/types/shared/day'

/** A day and a time as they are typed; both are '' until they are whole. */
export interface Moment {
  day: string
  time: string
}

/** The moment, once both are there. */
export const momentOf = ({ day, time }: Moment): Instant | null =>
  day === '' || time === '' ? null : instantOf(day, time)

type UntilProps = {
  /** 结束, 开始. */
  word: string
  value: Moment
  onChange: (value: Moment) => void
  error?: string | undefined
}

/** A day and a time of day. */
export function Until({ word, value, onChange, error }: UntilProps) {
  return (
    <>
      <Field
        label={`哪一天${word}`}
        kind="date"
        value={value.day}
        onChange={(day) => onChange({ ...value, day })}
        {...(error && { error })}
      />
      <Field
        label={`几点${word}`}
        kind="time"
        value={value.time}
        onChange={(time) => onChange({ ...value, time })}
      />
    </>
  )
}
