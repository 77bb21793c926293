import { today } from '@/src/api/clock'
import { Row } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { residencySaid } from '@/src/words/residents'
import type { PersonLine } from '@/types/residents'

/** One person of a list, with what tells namesakes apart. */
export function PersonRow({ person, onTap }: { person: PersonLine; onTap?: () => void }) {
  const { name, birthYear, homeName, verifiedUntil } = person
  const standing = residencySaid(verifiedUntil, today())
  const born = birthYear === null ? null : `${birthYear} 年生`
  return (
    <Row
      label={name}
      detail={[born, homeName ?? '住址没有登记'].filter(Boolean).join(' · ')}
      saying={standing.label}
      {...(onTap && { onTap })}
    >
      <Tag {...standing} />
    </Row>
  )
}
