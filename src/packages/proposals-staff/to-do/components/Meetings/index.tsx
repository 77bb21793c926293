import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Empty } from '@/src/design/Empty'
import { Rows } from '@/src/design/Row'
import { Tabs } from '@/src/design/Tabs'
import { MeetingRow } from '@/src/packages/proposals/components/Lists'
import { Printing } from '@/src/queries/Printing'
import { useStaffMeetings } from '@/src/queries/proposalsStaff'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { goTo } from '@/src/routes'
import { meetingSaid } from '@/src/words/proposals'
import { whenSaid } from '@/src/words/time'
import type { MeetingCard } from '@/types/proposals'

const views = [
  { value: 'coming' as const, label: '要开的' },
  { value: 'past' as const, label: '开过的' },
]

/** Meetings of my nodes. */
export function Meetings() {
  const [view, setView] = useState<'coming' | 'past'>('coming')
  const reading = useStaffMeetings(view === 'past')
  return (
    <>
      <Tabs label="看哪些议事会" tabs={views} value={view} onChange={setView} />
      <Reading of={reading} failed="议事会没有打开">
        {(meetings) =>
          meetings.length === 0 && !reading.hasNextPage ? (
            <Empty label="这里现在没有议事会" detail="点下面的“安排议事会”。" drawing="calendar" />
          ) : (
            <>
              <Rows label="议事会">
                {meetings.map((meeting) => (
                  <MeetingRow
                    key={meeting.id}
                    meeting={meeting}
                    onTap={() => goTo('staffMeeting', { meeting: meeting.id })}
                  />
                ))}
              </Rows>
              <ReadOn of={reading} />
              <Printing label="打印议事会" sheet={sheetOf(meetings)} />
            </>
          )
        }
      </Reading>
    </>
  )
}

const sheetOf = (meetings: readonly MeetingCard[]) => ({
  title: '议事会安排',
  notes: [`${whenSaid(now(), now())} 打印`],
  tables: [
    {
      title: null,
      columns: ['时间', '议事会', '地点', '哪里', '报名', '名额', '到哪一步'],
      rows: meetings.map((one) => [
        whenSaid(one.startsAt, now()),
        one.title,
        one.placeName,
        one.nodeName,
        String(one.seats - one.left),
        String(one.seats),
        meetingSaid(one, now()).label,
      ]),
    },
  ],
})
