import { View } from '@tarojs/components'
import { now } from '@/src/api/clock'
import { Heading } from '@/src/design/Heading'
import { Paper, PaperTable } from '@/src/design/Paper'
import { ticketSaid } from '@/src/words/haircuts'
import { clockSaid, spanSaid, whenSaid } from '@/src/words/time'
import type { HaircutSession, QueueLine } from '@/types/haircuts'
import { monthDay, weekdayOf } from '@/types/shared/day'
import { factsOf, type Queue } from '../../parts'

const cells = (line: QueueLine, number: string): readonly string[] => [
  number,
  line.name,
  line.priority ? '优先' : '',
  line.state === 'waiting' ? '' : clockSaid(line.startsAt),
  [
    line.state === 'booked' || line.state === 'waiting' ? '' : ticketSaid(line).label,
    ...factsOf(line),
  ]
    .filter(Boolean)
    .join('；'),
  '',
  '',
]

/** The session on paper, in the order of calling, with room to tick: for the square where the network may be away. */
export function PaperQueue({ queue, session }: { queue: Queue; session: HaircutSession }) {
  const { now: inChair, line, asked, waitlist, barbers } = queue
  return (
    <Paper label="义剪名单">
      <Heading label={`义剪名单 ${monthDay(session.day)} ${weekdayOf(session.day)}`} />
      <View>
        {spanSaid(session.startsAt, session.endsAt)} · {session.placeName} ·{' '}
        {whenSaid(now(), now())} 打印
      </View>
      <View>理发师：{barbers.map(({ name }) => name).join('、') || '还没有定'}</View>
      <PaperTable
        columns={['号', '姓名', '高龄', '时间', '说明', '到了', '理完']}
        rows={[...inChair, ...line, ...asked].map((one) => ({
          key: one.ticket,
          cells: cells(one, String(one.number)),
        }))}
      />
      {waitlist.length > 0 && (
        <>
          <Heading label="候补" />
          <PaperTable
            columns={['候补', '姓名', '高龄', '时间', '说明', '到了', '理完']}
            rows={waitlist.map((one, i) => ({
              key: one.ticket,
              cells: cells(one, String(i + 1)),
            }))}
          />
        </>
      )}
    </Paper>
  )
}
