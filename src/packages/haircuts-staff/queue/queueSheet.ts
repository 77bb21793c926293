import { now } from '@/src/api/clock'
import { ticketSaid } from '@/src/words/haircuts'
import { clockSaid, spanSaid, whenSaid } from '@/src/words/time'
import type { Printout } from '@/types/centre'
import type { HaircutSession, QueueLine } from '@/types/haircuts'
import { monthDay, weekdayOf } from '@/types/shared/day'
import { factsOf, type Queue } from './parts'

const cells = (line: QueueLine, number: string): string[] => [
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

const columns = ['姓名', '高龄', '时间', '说明', '到了', '理完']

/** The session on paper, in the order of calling, with room to tick: for the square where the network may be away. */
export const queueSheet = (
  { now: inChair, line, asked, waitlist, barbers }: Queue,
  session: HaircutSession,
): Printout => ({
  title: `义剪名单 ${monthDay(session.day)} ${weekdayOf(session.day)}`,
  notes: [
    `${spanSaid(session.startsAt, session.endsAt)} · ${session.placeName} · ${whenSaid(now(), now())} 打印`,
    `理发师：${barbers.map(({ name }) => name).join('、') || '还没有定'}`,
  ],
  tables: [
    {
      title: null,
      columns: ['号', ...columns],
      rows: [...inChair, ...line, ...asked].map((one) => cells(one, String(one.number))),
    },
    ...(waitlist.length > 0
      ? [
          {
            title: '候补',
            columns: ['候补', ...columns],
            rows: waitlist.map((one, i) => cells(one, String(i + 1))),
          },
        ]
      : []),
  ],
})
