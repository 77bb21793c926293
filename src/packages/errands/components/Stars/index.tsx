import { Choice } from '@/src/design/Choice'
import { starNames } from '@/src/words/errands'

const options = ([5, 4, 3, 2, 1] as const).map((stars) => ({
  value: String(stars),
  label: starNames[stars],
}))

type StarsProps = {
  /** 这次怎么样 */
  label: string
  value: number | undefined
  onChange: (stars: number) => void
}

/** How it was, in words: nobody has to know how many stars are good. */
export function Stars({ label, value, onChange }: StarsProps) {
  return (
    <Choice
      label={label}
      hint="只有您自己看得到。不太好的，工作人员会来问一问"
      options={options}
      value={value === undefined ? undefined : String(value)}
      onChange={(stars) => onChange(Number(stars))}
    />
  )
}
