import type { HaircutRule, HomeVisit, Ticket, TicketState, Upcoming } from '@/types/haircuts'
import type { Instant } from '@/types/shared/day'
import type { Said } from './activities'
import { whenSaid } from './time'

/** How a number stands, in a few words. */
export const ticketSaid = ({
  state,
  position,
}: {
  state: TicketState
  position?: number | null
}): Said => {
  switch (state) {
    case 'booked':
      return { label: '取好号了', tone: 'pine', drawing: 'check' }
    case 'waiting':
      return {
        label: typeof position === 'number' ? `候补第 ${position} 位` : '在候补',
        tone: 'gold',
        drawing: 'clock',
      }
    case 'arrived':
      return { label: '到了，在等', tone: 'blue', drawing: 'check' }
    case 'called':
      return { label: '叫到了，请过去', tone: 'brick', drawing: 'bell' }
    case 'done':
      return { label: '理好了', tone: 'pine', drawing: 'check' }
    case 'noShow':
      return { label: '叫了没在', tone: 'gold', drawing: 'warn' }
    case 'cancelled':
      return { label: '取消了', tone: 'plain', drawing: 'close' }
    case 'asked':
      return { label: '理发师来不了，请选一下', tone: 'brick', drawing: 'warn' }
    case 'keptForNext':
      return { label: '下次给您留号', tone: 'blue', drawing: 'calendar' }
    case 'calledOff':
      return { label: '这次取消了', tone: 'brick', drawing: 'close' }
  }
}

/** 23 号; while waiting, the place in the line. */
export const numberSaid = ({ number, position }: Pick<Ticket, 'number' | 'position'>): string =>
  number !== null ? `${number} 号` : position !== null ? `第 ${position} 位` : '还没有号'

/** What the line means for who looks at it; null before the day. */
export const aheadSaid = (ahead: number | null): string | null =>
  ahead === null ? null : ahead === 0 ? '下一位就是' : `前面还有 ${ahead} 位`

/** States in which a number can still be given back. */
const held: ReadonlySet<TicketState> = new Set(['booked', 'waiting', 'arrived', 'asked'])

export const canCancel = ({ state }: Pick<Ticket, 'state'>): boolean => held.has(state)

/** Whether somebody stands in this session at all: who gave the number back may take a new one. */
export const takesPart = ({ state }: Pick<Ticket, 'state'>): boolean => state !== 'cancelled'

const warnings: Readonly<Record<Upcoming['warnings'][number], string>> = {
  firstLunarMonth: '在正月里，好些老人不剃头',
  holiday: '是法定假日',
  workingSaturday: '是调休上班的日子',
}

export const warningsSaid = ({ warnings: found }: Pick<Upcoming, 'warnings'>): string =>
  found.map((warning) => warnings[warning]).join('，')

export const holidaySaid: Readonly<Record<HaircutRule['holidays'], string>> = {
  keep: '照常',
  nextDay: '挪到后一天',
  nextWorkday: '挪到后面第一个上班的日子',
}

/** The days of the week as RFC 5545 writes them. */
export const weekdays = [
  { value: 'MO', label: '星期一' },
  { value: 'TU', label: '星期二' },
  { value: 'WE', label: '星期三' },
  { value: 'TH', label: '星期四' },
  { value: 'FR', label: '星期五' },
  { value: 'SA', label: '星期六' },
  { value: 'SU', label: '星期日' },
] as const

export type Weekday = (typeof weekdays)[number]['value']

const nth: Readonly<Record<string, string>> = {
  1: '第一个',
  2: '第二个',
  3: '第三个',
  4: '第四个',
  [-1]: '最后一个',
}

/** The recurrences staff choose from; any other is said as it stands. */
export const recurrenceSaid = (recurrence: string): string => {
  const monthDay = /^FREQ=MONTHLY;BYMONTHDAY=(\d{1,2})$/.exec(recurrence)?.[1]
  if (monthDay !== undefined) return `每月 ${monthDay} 号`
  const [, order, weekday] =
    /^FREQ=MONTHLY;BYDAY=(-?\d)(MO|TU|WE|TH|FR|SA|SU)$/.exec(recurrence) ?? []
  const name = weekdays.find(({ value }) => value === weekday)?.label
  const place = order === undefined ? undefined : nth[order]
  return name && place ? `每月${place}${name}` : `按规律 ${recurrence}`
}

/** How a visit at home stands. */
export const visitSaid = ({ state }: Pick<HomeVisit, 'state'>): Said => {
  switch (state) {
    case 'asked':
      return { label: '申请了，等安排', tone: 'gold', drawing: 'clock' }
    case 'planned':
      return { label: '日子定了', tone: 'pine', drawing: 'calendar' }
    case 'done':
      return { label: '理好了', tone: 'pine', drawing: 'check' }
    case 'cancelled':
      return { label: '取消了', tone: 'plain', drawing: 'close' }
  }
}

/** When a number's time is: 明天 上午 9:30 左右. */
export const slotSaid = ({ startsAt }: Pick<Ticket, 'startsAt'>, now: Instant): string =>
  `${whenSaid(startsAt, now)} 左右`
