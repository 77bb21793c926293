import { Choice } from '@/src/design/Choice'
import { ratingNames } from '@/src/words/feedback'

const options = ([5, 4, 3, 2, 1] as const).map((stars) => ({
  value: String(stars),
  label: ratingNames[stars],
}))

type StarsSaidProps = { value: number | undefined; onChange: (stars: number) => void }

/** How it was done, as somebody says on the telephone; they need not say. */
export function StarsSaid({ value, onChange }: StarsSaidProps) {
  return (
    <Choice
      label="他觉得办得怎么样（他没有说，可以不选）"
      options={options}
      value={value === undefined ? undefined : String(value)}
      onChange={(stars) => onChange(Number(stars))}
    />
  )
}
