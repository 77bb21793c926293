import { today } from '@/src/api/clock'
import { Row, Rows } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { warningsSaid } from '@/src/words/haircuts'
import { daySaid } from '@/src/words/time'
import type { Upcoming } from '@/types/haircuts'

type DateListProps = {
  dates: readonly Upcoming[]
  /** Opens a date to move it or call it off. */
  onOpen?: (date: Upcoming) => void
}

/** The next dates as staff look at them: lunar date, what was changed, and what to think of before the day. */
export function DateList({ dates, onOpen }: DateListProps) {
  return (
    <Rows label="接下来的日子">
      {dates.map((date) => {
        const { day, usual, lunar, because, calledOff, session } = date
        const warned = warningsSaid(date)
        return (
          <Row
            key={usual}
            label={daySaid(day, today())}
            detail={[`农历${lunar}`, because].filter(Boolean).join('，')}
            saying={[
              calledOff && '这次不办',
              day !== usual && `原来是${daySaid(usual, today())}`,
              warned,
              session !== null && '已经开放取号',
            ]
              .filter(Boolean)
              .join('，')}
            {...(onOpen && { onTap: () => onOpen(date) })}
          >
            {calledOff && <Tag label="这次不办" tone="brick" drawing="close" />}
            {day !== usual && <Tag label={`原来是${daySaid(usual, today())}`} tone="blue" />}
            {warned !== '' && !calledOff && <Tag label={warned} tone="gold" drawing="warn" />}
            {session !== null && !calledOff && (
              <Tag label="已经开放取号" tone="pine" drawing="check" />
            )}
          </Row>
        )
      })}
    </Rows>
  )
}
