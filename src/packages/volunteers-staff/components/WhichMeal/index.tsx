import { Choice } from '@/src/design/Choice'
import { Notice } from '@/src/design/Notice'
import { mealNames } from '@/src/words/meals'
import { meals } from '@/types/shared/meals'
import type { Carried } from '@/types/volunteers'
import { useCanteens } from '../../canteens'

type WhichMealProps = {
  /** Null when it carries none, undefined before it is chosen. */
  value: Carried | null | undefined
  error: string | undefined
  onChange: (carries: Carried | null) => void
}

const choices = [
  ...meals.map((value) => ({ value, label: mealNames[value] })),
  { value: 'none' as const, label: '不是餐厅的饭菜' },
]

/** Which meal a delivery carries, and from where: whoever is on it sees where to, once that meal is planned. */
export function WhichMeal({ value, error, onChange }: WhichMealProps) {
  const mine = useCanteens()
  // What a colleague chose stays as it is until another is chosen.
  const elsewhere = value && !mine.some((canteen) => canteen.value === value.node)
  const canteens = elsewhere ? [...mine, { value: value.node, label: '原来的食堂' }] : mine
  const node = value?.node ?? canteens[0]?.value ?? ''
  return (
    <>
      {error !== undefined && <Notice kind="error" label={error} />}
      <Choice
        label="送哪一餐"
        hint="选好了，送餐的人当天能看到送到哪几家，不管那一餐是先排还是后排的"
        options={choices}
        value={value === null ? 'none' : value?.meal}
        onChange={(meal) => onChange(meal === 'none' ? null : { node, meal })}
      />
      {value && canteens.length > 1 && (
        <Choice
          label="哪里的食堂"
          options={canteens}
          value={node}
          onChange={(chosen) => onChange({ ...value, node: chosen })}
        />
      )}
    </>
  )
}
