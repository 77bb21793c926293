import { wordsOf } from '@/src/api/words'
import { Choice } from '@/src/design/Choice'
import { registrationSaid } from '@/src/words/activities'
import type { Member } from '../../../signing'

type WhoProps = {
  family: readonly Member[]
  /** Ids of those who could sign up. */
  able: ReadonlySet<string>
  value: string | undefined
  onChange: (person: string) => void
}

/** The server's words for why not, or what the person already has. */
const detailOf = ({ state, position, reason }: Member): string | undefined => {
  if (state !== null) return registrationSaid({ state, position }).label
  return reason ? wordsOf('activities', reason.code, reason.data) : undefined
}

/** Who of the family is signed up; whoever cannot be is shown with the reason. */
export function Who({ family, able, value, onChange }: WhoProps) {
  return (
    <Choice
      label="给谁报名"
      options={family.map((member) => {
        const off = !able.has(member.id)
        const detail = off ? detailOf(member) : undefined
        return {
          value: member.id,
          label: member.self ? '我自己' : member.name,
          off,
          ...(detail !== undefined && { detail }),
        }
      })}
      value={value}
      onChange={onChange}
    />
  )
}
