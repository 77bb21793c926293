import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { weekdays } from '@/src/words/haircuts'
import type { PartProps } from '../../form'
import { recurrenceSaid, type Every } from '../../recurrence'

/** From here on some months have no such day, and then there is none. */
const lastSafeDay = 28

/** The days in words, and from when to when. */
export function When({ form, change, wrong }: PartProps) {
  const { every, monthDay, other } = form
  const ways: Array<{ value: Every; label: string }> = [
    { value: 'week', label: '每周的星期几' },
    { value: 'otherWeek', label: '隔一周的星期几' },
    { value: 'month', label: '每月固定的一天' },
    ...(every === 'other' ? [{ value: 'other' as const, label: recurrenceSaid(other) }] : []),
  ]
  return (
    <>
      <Choice
        label="多久一次"
        options={ways}
        value={every}
        onChange={(value) => change({ every: value })}
      />
      {(every === 'week' || every === 'otherWeek') && (
        <>
          {wrong.weekdays && <Notice kind="error" label={wrong.weekdays} />}
          <Choice
            many
            label="星期几"
            hint="可以选几天"
            options={weekdays}
            value={form.weekdays}
            onChange={(chosen) => change({ weekdays: chosen })}
          />
        </>
      )}
      {every === 'month' && (
        <Field
          label="每月几号"
          kind="number"
          value={monthDay}
          onChange={(value) => change({ monthDay: value })}
          most={2}
          {...(wrong.monthDay && { error: wrong.monthDay })}
        />
      )}
      {every === 'month' && Number(monthDay) > lastSafeDay && (
        <Notice kind="warn" label={`有的月份没有 ${monthDay} 号，那个月就不排`}>
          每月都要排，请选 28 号以前的日子。
        </Notice>
      )}
      <Field
        label="几点开始"
        kind="time"
        hint="24 小时制，下午 2 点填 14 点"
        value={form.startsAt}
        onChange={(value) => change({ startsAt: value })}
        {...(wrong.startsAt && { error: wrong.startsAt })}
      />
      <Field
        label="几点结束"
        kind="time"
        value={form.endsAt}
        onChange={(value) => change({ endsAt: value })}
        {...(wrong.endsAt && { error: wrong.endsAt })}
      />
      {form.endsAt !== '' && form.endsAt < form.startsAt && (
        <Notice label={`到第二天 ${form.endsAt} 结束`} />
      )}
    </>
  )
}
