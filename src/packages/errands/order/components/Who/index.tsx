import { wordsOf } from '@/src/api/words'
import { Choice } from '@/src/design/Choice'
import type { ErrandOrderer } from '@/types/errands'

/** Why somebody cannot order a thing, in words; null when they can. */
export const cannotSaid = ({ cannot }: ErrandOrderer, kind: string): string | null => {
  const found = cannot.find((one) => one.kind === kind)
  return found ? wordsOf('errands', found.code, found.data) : null
}

type WhoProps = {
  kind: string
  family: readonly ErrandOrderer[]
  value: string | undefined
  onChange: (person: string) => void
}

/** For whom; whoever cannot order it stands there too, with why. */
export function Who({ kind, family, value, onChange }: WhoProps) {
  return (
    <Choice
      label="给谁帮忙"
      options={family.map((member) => {
        const why = cannotSaid(member, kind)
        const name = member.self ? '我自己' : member.name
        return why === null
          ? {
              value: member.id,
              label: name,
              ...(member.homeName !== null && { detail: member.homeName }),
            }
          : { value: member.id, label: name, detail: why, off: true }
      })}
      value={value}
      onChange={onChange}
    />
  )
}
