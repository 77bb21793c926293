import { now } from '@/src/api/clock'
import { registrationSaid } from '@/src/words/activities'
import { spanSaid, whenSaid } from '@/src/words/time'
import type { RosterLine } from '@/types/activities'
import type { Printout } from '@/types/centre'
import { dayOf, monthDay, weekdayOf } from '@/types/shared/day'
import type { Roster } from './filters'

const remarks = ({ by, guardian, answers, state, ...line }: RosterLine): string =>
  [
    state === 'in' ? '' : registrationSaid({ state, position: line.position }).label,
    by ? `${by}代报` : '',
    ...answers,
    guardian
      ? `紧急联系人 ${guardian.emergencyName} ${guardian.emergencyPhone}，接：${guardian.mayCollect}`
      : '',
  ]
    .filter(Boolean)
    .join('；')

/** The list of a session on paper, with room for a signature: everybody who is in, then the line. */
export const rosterSheet = ({ card, sessionTimes, lines }: Roster, session: number): Printout => {
  const time = sessionTimes[session]
  const number = sessionTimes.length > 1 ? ` 第 ${session + 1} 次` : ''
  const listed = lines.filter(({ state }) => state === 'in' || state === 'waiting')
  return {
    title: `${card.title}${number} 签到名单`,
    notes: [
      ...(time
        ? [
            `${monthDay(dayOf(time.startsAt))} ${weekdayOf(dayOf(time.startsAt))} ${spanSaid(time.startsAt, time.endsAt)} · ${card.placeName}`,
          ]
        : []),
      `${whenSaid(now(), now())} 打印`,
    ],
    tables: [
      {
        title: null,
        columns: ['序号', '姓名', '年龄', '电话', '说明', '签到'],
        rows: listed.map((line, index) => [
          String(index + 1),
          line.name,
          line.age === null ? '' : String(line.age),
          line.phone ?? '',
          remarks(line),
          line.attendance[session] === 'present' ? '到了' : '',
        ]),
      },
    ],
  }
}
