import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { mealNames } from '@/src/words/canteen'
import type { Meal } from '@/types/canteen'
import { newForm, type CutOff } from '../../form'
import type { PartProps } from '../../part'

const meals = (Object.keys(mealNames) as Meal[]).map((value) => ({
  value,
  label: mealNames[value],
}))

const cutOffs: ReadonlyArray<{ value: CutOff; label: string }> = [
  { value: 'twoHours', label: '开饭前 2 小时' },
  { value: 'dayBefore', label: '前一天下午 5 点' },
  { value: 'own', label: '另定一个时间' },
]

const day24 = '24 小时制，下午 5 点填 17 点'

/** Which day and meal, from when to when, and until when people order. */
export function When({ form, change, wrong }: PartProps) {
  return (
    <>
      <Field
        label="哪一天"
        kind="date"
        value={form.day}
        onChange={(day) => change({ day })}
        {...(wrong.day && { error: wrong.day })}
      />
      <Choice
        label="哪一餐"
        options={meals}
        value={form.meal}
        onChange={(meal) => {
          const { startsAt, endsAt } = newForm(form.day, meal, undefined)
          change({ meal, startsAt, endsAt })
        }}
      />
      <Field
        key={`start ${form.meal}`}
        label="几点开饭"
        kind="time"
        hint={day24}
        value={form.startsAt}
        onChange={(startsAt) => change({ startsAt })}
        {...(wrong.startsAt && { error: wrong.startsAt })}
      />
      <Field
        key={`end ${form.meal}`}
        label="几点结束"
        kind="time"
        value={form.endsAt}
        onChange={(endsAt) => change({ endsAt })}
        {...(wrong.endsAt && { error: wrong.endsAt })}
      />
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
            hint={day24}
            value={form.own.time}
            onChange={(time) => change({ own: { ...form.own, time } })}
          />
        </>
      )}
      {wrong.cutOff && <Notice kind="error" label={wrong.cutOff} />}
    </>
  )
}
