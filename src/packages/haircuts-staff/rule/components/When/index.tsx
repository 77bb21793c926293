import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { recurrenceSaid, weekdays } from '@/src/words/haircuts'
import type { Every } from '../../form'
import type { PartProps } from '../../part'

const orders = [
  { value: '1', label: '第一个' },
  { value: '2', label: '第二个' },
  { value: '3', label: '第三个' },
  { value: '4', label: '第四个' },
  { value: '-1', label: '最后一个' },
]

/** From here on some months have no such day, and then there is none. */
const lastSafeDay = 28

/** The day of the month in words, and from when to when. */
export function When({ form, change, wrong }: PartProps) {
  const { every, monthDay, order, weekday, other } = form
  const ways: Array<{ value: Every; label: string }> = [
    { value: 'monthDay', label: '每月固定的一天' },
    { value: 'weekday', label: '每月第几个星期几' },
    ...(other !== '' && form.every === 'other'
      ? [{ value: 'other' as const, label: recurrenceSaid(other) }]
      : []),
  ]
  return (
    <>
      <Choice
        label="怎么定日子"
        options={ways}
        value={every}
        onChange={(value) => change({ every: value })}
      />
      {every === 'monthDay' && (
        <Field
          label="每月几号"
          kind="number"
          value={monthDay}
          onChange={(value) => change({ monthDay: value })}
          most={2}
          {...(wrong.monthDay && { error: wrong.monthDay })}
        />
      )}
      {every === 'monthDay' && Number(monthDay) > lastSafeDay && (
        <Notice kind="warn" label={`有的月份没有 ${monthDay} 号，那个月就不办`}>
          每月都要办，请选 28 号以前的日子，或者最后一个星期几。
        </Notice>
      )}
      {every === 'weekday' && (
        <>
          <Choice
            label="第几个"
            options={orders}
            value={order}
            onChange={(value) => change({ order: value })}
          />
          <Choice
            label="星期几"
            options={weekdays}
            value={weekday}
            onChange={(value) => change({ weekday: value })}
          />
        </>
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
    </>
  )
}
