import { wordsOf } from '@/src/api/words'
import { Notice } from '@/src/design/Notice'
import { Row, Rows } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { goTo } from '@/src/routes'
import { registrationSaid } from '@/src/words/activities'
import type { Member } from '../../../signing'

type FamilyProps = {
  /** Me and those I may act for. */
  family: readonly Member[]
}

const nameOf = ({ self, name }: Member) => (self ? '您' : name)

/** Those of my family who have a place here or stand in line. */
export function Placed({ family }: FamilyProps) {
  const placed = family.flatMap((member) =>
    member.state === null ? [] : [{ ...member, state: member.state }],
  )
  if (placed.length === 0) return null
  return (
    <Rows label="家里人的报名">
      {placed.map((member) => (
        <Row
          key={member.id}
          label={nameOf(member)}
          saying={registrationSaid(member).label}
          onTap={() => goTo('mySignUps')}
        >
          <Tag {...registrationSaid(member)} />
        </Row>
      ))}
    </Rows>
  )
}

/** Those of my family who cannot take part, and the server's words for why. */
export function Barred({ family }: FamilyProps) {
  return (
    <>
      {family.map((member) => (
        <Notice key={member.id} label={`${nameOf(member)}这次报不了`}>
          {member.reason && wordsOf('activities', member.reason.code, member.reason.data)}
        </Notice>
      ))}
    </>
  )
}
