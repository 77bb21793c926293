import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { mealNames } from '@/src/words/meals'
import type { Meal } from '@/types/shared/meals'
import { newForm } from '../../form'
import type { PartProps } from '../../part'

const meals = (Object.keys(mealNames) as Meal[]).map((value) => ({
  value,
  label: mealNames[value],
}))

/** Which day and meal, from when to when. */
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
        hint="24 小时制，下午 5 点填 17 点"
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
    </>
  )
}
