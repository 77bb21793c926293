import { wordsOf } from '@/src/api/words'
import { Heading } from '@/src/design/Heading'
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

/** Those of my family who have a place here or stand in line, and why others cannot take part. */
export function Family({ family }: FamilyProps) {
  const placed = family.filter(({ state }) => state !== null)
  const barred = family.filter(
    ({ state, reason }) => state === null && reason !== null && reason.code !== 'NotOpenYet',
  )
  const toMine = () => goTo('mySignUps')
  return (
    <>
      {placed.length > 0 && (
        <Rows label="家里人的报名">
          {placed.map((member) => {
            const said = registrationSaid({ ...member, state: member.state ?? 'in' })
            return (
              <Row key={member.id} label={nameOf(member)} saying={said.label} onTap={toMine}>
                <Tag {...said} />
              </Row>
            )
          })}
        </Rows>
      )}
      {barred.length > 0 && (
        <>
          {family.length > 1 && <Heading label="这次报不了的" />}
          {barred.map((member) => (
            <Notice key={member.id} label={family.length > 1 ? nameOf(member) : '这次您报不了'}>
              {member.reason && wordsOf('activities', member.reason.code, member.reason.data)}
            </Notice>
          ))}
        </>
      )}
    </>
  )
}
