import type { DrawingName } from '@/src/design/Drawing'
import type { HoursEntry, Shift, ShiftKind, Team } from '@/types/volunteers'
import { dayOf, type Instant } from '@/types/shared/day'
import type { Said } from './activities'
import { daySaid, spanSaid } from './time'

/** How a kind of shift is called and drawn. */
export const shiftKinds: Readonly<Record<ShiftKind, { label: string; drawing: DrawingName }>> = {
  barber: { label: '理发师', drawing: 'scissors' },
  haircutHelper: { label: '理发助手', drawing: 'hand' },
  canteenHelper: { label: '食堂帮厨', drawing: 'bowl' },
  delivery: { label: '送餐', drawing: 'rice' },
  schoolGate: { label: '护学岗', drawing: 'family' },
  patrol: { label: '巡逻', drawing: 'house' },
  hall: { label: '大厅引导', drawing: 'info' },
  event: { label: '活动帮手', drawing: 'calendar' },
  other: { label: '别的', drawing: 'heart' },
}

/** 2 小时 30 分; 45 分; below 0 it takes away: 少 30 分. */
export const minutesSaid = (minutes: number): string => {
  const whole = Math.abs(minutes)
  const hours = Math.floor(whole / 60)
  const rest = whole % 60
  const said = [hours > 0 && `${hours} 小时`, (rest > 0 || hours === 0) && `${rest} 分`]
    .filter(Boolean)
    .join(' ')
  return minutes < 0 ? `少 ${said}` : said
}

/** 明天 上午 8:30 到 11:30. */
export const shiftWhenSaid = (
  { startsAt, endsAt }: Pick<Shift, 'startsAt' | 'endsAt'>,
  now: Instant,
): string => `${daySaid(dayOf(startsAt), dayOf(now))} ${spanSaid(startsAt, endsAt)}`

/** Whether a shift needs anybody. */
export const shiftSaid = ({
  state,
  needed,
  confirmed,
}: Pick<Shift, 'state' | 'needed' | 'confirmed'>): Said => {
  if (state === 'calledOff') return { label: '取消了', tone: 'brick', drawing: 'close' }
  return confirmed < needed
    ? { label: `还差 ${needed - confirmed} 人`, tone: 'gold', drawing: 'hand' }
    : { label: '人够了', tone: 'pine', drawing: 'check' }
}

/** Whether a team takes anybody in. */
export const placesSaid = ({
  open,
  most,
  members,
}: Pick<Team, 'open' | 'most' | 'members'>): Said => {
  if (!open) return { label: `${members} 人，现在不收人`, tone: 'plain', drawing: 'close' }
  return members < most
    ? { label: `${members} 人，还能进 ${most - members} 人`, tone: 'gold', drawing: 'hand' }
    : { label: `${members} 人，满了`, tone: 'pine', drawing: 'check' }
}

/** What became of hours that were entered. */
export const entrySaid = ({ state }: Pick<HoursEntry, 'state'>): Said => {
  switch (state) {
    case 'proposed':
      return { label: '等第二个人确认', tone: 'gold', drawing: 'clock' }
    case 'confirmed':
      return { label: '确认好了', tone: 'pine', drawing: 'check' }
    case 'refused':
      return { label: '没有通过', tone: 'brick', drawing: 'close' }
  }
}

/** 2026年11月 */
export const monthSaid = (month: string): string => {
  const [year, number] = month.split('-').map(Number)
  return `${year}年${number}月`
}
