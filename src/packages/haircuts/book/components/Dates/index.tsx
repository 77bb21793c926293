import { now } from '@/src/api/clock'
import { Heading } from '@/src/design/Heading'
import { More } from '@/src/design/More'
import { Row, Rows } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { daySaid } from '@/src/words/time'
import type { Upcoming } from '@/types/haircuts'
import { dayOf } from '@/types/shared/day'

/** The dates of a year ahead, with the lunar date elders count by and why one is not on its usual day. */
export function Dates({ dates }: { dates: readonly Upcoming[] }) {
  if (dates.length === 0) return null
  const today = dayOf(now())
  return (
    <More label="看看以后的日子">
      <Heading label="以后的日子" />
      <Rows label="以后的日子">
        {dates.map(({ day, usual, lunar, because, calledOff }) => (
          <Row
            key={usual}
            label={daySaid(day, today)}
            detail={[`农历${lunar}`, because].filter(Boolean).join('，')}
            drawing="calendar"
            colour={calledOff ? 'soft' : 'gold'}
          >
            {calledOff && <Tag label="这次不办" tone="brick" drawing="close" />}
            {!calledOff && day !== usual && (
              <Tag label={`原来是${daySaid(usual, today)}`} tone="gold" drawing="warn" />
            )}
          </Row>
        ))}
      </Rows>
    </More>
  )
}
