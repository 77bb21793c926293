import { Choice } from '@/src/design/Choice'
import { Notice } from '@/src/design/Notice'
import { mealNames } from '@/src/words/meals'
import { spanSaid } from '@/src/words/time'
import type { Service } from '@/types/canteen'

type WhichMealProps = {
  /** The meals of the day. */
  meals: readonly Service[]
  value: string | undefined
  /** It has to be chosen before the shift is saved. */
  missing: boolean
  onChange: (service: string) => void
}

/** Which meal of the day a shift carries: whoever is on it sees where to. */
export function WhichMeal({ meals, value, missing, onChange }: WhichMealProps) {
  if (meals.length === 0)
    return (
      <Notice kind="warn" label="这一天还没有排餐">
        可以先安排。排好餐以后，请回来选上是哪一餐，送餐的人才看得到送到哪几家。
      </Notice>
    )
  return (
    <>
      {missing && <Notice kind="error" label="请选一下送的是哪一餐" />}
      <Choice
        label="送哪一餐"
        hint="选好了，送餐的人当天能看到送到哪几家"
        options={meals.map(({ id, meal, startsAt, endsAt, placeName }) => ({
          value: id,
          label: mealNames[meal],
          detail: `${spanSaid(startsAt, endsAt)}，${placeName}`,
        }))}
        value={value}
        onChange={onChange}
      />
    </>
  )
}
