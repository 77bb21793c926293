import { View } from '@tarojs/components'
import { today } from '@/src/api/clock'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { Row, Rows } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import type { Hours } from '@/src/queries/volunteers'
import { enteredSaid } from '@/src/words/attendance'
import { daySaid } from '@/src/words/time'
import { entrySaid, minutesSaid, monthSaid } from '@/src/words/volunteers'
import type { HoursEntry } from '@/types/volunteers'

/** What counts in the last twelve months, and month by month. */
export function Sums({ lastYear, months }: Pick<Hours, 'lastYear' | 'months'>) {
  const worked = months.filter(({ minutes }) => minutes > 0)
  return (
    <Card label={`最近 12 个月，${minutesSaid(lastYear)}`}>
      <Figure label="最近 12 个月" value={minutesSaid(lastYear)} reason="确认过的才算" />
      {worked.map(({ month, minutes }) => (
        <View key={month}>
          {monthSaid(month)}：{minutesSaid(minutes)}
        </View>
      ))}
    </Card>
  )
}

interface EntriesProps {
  entries: readonly HoursEntry[]
  /** To staff: confirmed hours can be corrected. */
  onCorrect?: (entry: HoursEntry) => void
}

/** Each time that was entered, newest first, and who confirmed it. */
export function Entries({ entries, onCorrect }: EntriesProps) {
  if (entries.length === 0)
    return (
      <Empty
        label="还没有记录"
        detail="做完一班，工作人员记上，另一个人确认，就在这里。"
        drawing="heart"
      />
    )
  return (
    <>
      <Heading label={onCorrect ? '每一次，记错了点开更正' : '每一次'} />
      <Rows label="每一次">
        {entries.map((entry) => {
          const { id, day, minutes, what, confirmedBy, because } = entry
          return (
            <Row
              key={id}
              label={`${what}，${minutesSaid(minutes)}`}
              detail={[
                daySaid(day, today()),
                enteredSaid(entry),
                confirmedBy !== null &&
                  (entry.state === 'refused' ? `${confirmedBy}没有通过` : `${confirmedBy}确认的`),
                because !== null && `原因：${because}`,
              ]
                .filter(Boolean)
                .join('，')}
              {...(onCorrect &&
                entry.state === 'confirmed' &&
                entry.corrects === null && {
                  saying: '点开更正',
                  onTap: () => onCorrect(entry),
                })}
            >
              <Tag {...entrySaid(entry)} />
              {entry.corrects !== null && <Tag label="更正" tone="blue" drawing="pen" />}
            </Row>
          )
        })}
      </Rows>
    </>
  )
}
