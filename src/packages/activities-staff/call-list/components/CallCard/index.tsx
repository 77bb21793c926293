import { View } from '@tarojs/components'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Tag } from '@/src/design/Tag'
import { useRecordCall } from '@/src/queries/notices'
import { Submitted } from '@/src/queries/Submitted'
import { whenSaid } from '@/src/words/time'
import type { CallRow } from '@/types/notices'
import { toSay } from '../../toSay'
import './index.scss'

type Outcome = NonNullable<CallRow['outcome']>

const outcomes: ReadonlyArray<{ value: Outcome; label: string }> = [
  { value: 'reached', label: '打到了' },
  { value: 'noAnswer', label: '没人接' },
  { value: 'wrongNumber', label: '号码错' },
]

/** Without a number there is no call to fail: somebody goes there, and then the person knows. */
const toldInPerson: typeof outcomes = [{ value: 'reached', label: '已经告诉他了' }]

const labelOf = (outcome: Outcome): string =>
  outcomes.find(({ value }) => value === outcome)?.label ?? ''

/** One person to call: why, until when, the number, and what came of it. Somebody reached leaves the list. */
export function CallCard({ row }: { row: CallRow }) {
  const { id, person, about, due, raised, outcome, caller } = row
  const record = useRecordCall()
  const at = now()
  return (
    <Card label={`给${person.name}打电话`}>
      <Heading label={person.name} />
      {about && <View>{about.name}的家人</View>}
      <View>{toSay(row, at)}</View>
      <View>
        <Tag
          label={`${whenSaid(due, at)} 前要告诉他`}
          tone={raised ? 'brick' : 'gold'}
          drawing="clock"
        />
        {raised && <Tag label="很急，已经报告负责人" tone="brick" drawing="warn" />}
        {outcome && (
          <Tag label={`${caller ? `${caller}打过：` : ''}${labelOf(outcome)}`} drawing="phone" />
        )}
      </View>
      {person.phone === null ? (
        <Notice kind="warn" label="没有登记电话">
          请到家里说一声，或者问问邻居和网格员。
        </Notice>
      ) : (
        <CallButton label={`打给${person.name}`} phone={person.phone} />
      )}
      <Submitted of={record} />
      <View className="call-card__outcomes">
        {(person.phone === null ? toldInPerson : outcomes).map(({ value, label }) => (
          <Button
            key={value}
            label={label}
            fuller={`${label}，${person.name}`}
            look={value === 'reached' ? 'secondary' : 'quiet'}
            busy={record.busy || record.waiting}
            onTap={() => record.submit({ call: id, outcome: value })}
          />
        ))}
      </View>
    </Card>
  )
}
