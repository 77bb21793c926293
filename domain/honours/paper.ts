import type { Printout } from '@/types/centre'
import { monthDay } from '@/types/shared/day'
import type { Certificate } from '@/types/honours'
import { paperNumber, type PaperLine } from './certificate'

/** A sheet takes so many rows in one table. */
const rowsAtOnce = 600

const dayOnPaper = (day: string): string => `${day.slice(0, 4)}年${monthDay(day)}`

/** Hours as the ministry counts them, to the minute: 2 小时 30 分. */
const hoursOnPaper = (minutes: number): string => {
  const whole = Math.abs(minutes)
  const said = [
    whole >= 60 && `${Math.floor(whole / 60)} 小时`,
    (whole % 60 > 0 || whole === 0) && `${whole % 60} 分`,
  ]
    .filter(Boolean)
    .join(' ')
  return minutes < 0 ? `更正，减 ${said}` : said
}

/** A certificate on A4: what it says, each time, and how whoever holds it sees whether it is true. */
export const paperOf = (certificate: Certificate, lines: readonly PaperLine[]): Printout => {
  const { kind, name, school, from, to, minutes, issuedOn, centreName } = certificate
  return {
    title: kind === 'student' ? '学生志愿服务证明' : '志愿服务证明',
    notes: [
      [name, school].filter((part) => part !== null).join('，'),
      `${dayOnPaper(from)} 到 ${dayOnPaper(to)}，一共做了 ${hoursOnPaper(minutes)} 志愿服务`,
      '每一次都由另一个人确认过，不含路上的时间',
      `${centreName}，${dayOnPaper(issuedOn)} 开具。盖章：`,
      `核对真假：用微信扫纸上的码；或者打开小程序“常回家”，在“我的”里点“核对证明”，输入 ${paperNumber(certificate)}`,
    ],
    tables: Array.from({ length: Math.ceil(lines.length / rowsAtOnce) }, (_, n) => ({
      title: null,
      columns: ['日期', '服务内容', '时长'],
      rows: lines
        .slice(n * rowsAtOnce, (n + 1) * rowsAtOnce)
        .map(({ day, what, minutes: each }) => [dayOnPaper(day), what, hoursOnPaper(each)]),
    })),
  }
}
