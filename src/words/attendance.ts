import { now } from '@/src/api/clock'
import type { Attendance, AttendanceFlag, HoursEntry } from '@/types/volunteers'
import type { Said } from './activities'
import { clockSaid } from './time'

/** Why a second person has to look, as staff and the leader read it. */
export const flags: Readonly<Record<AttendanceFlag, string>> = {
  closedByRule: '没说走，按结束时间算的',
  scannedOffline: '没网时自己扫的',
  scanDoesNotFit: '扫码的时间对不上',
  cameAgain: '中间走开过，走开的时间没有算',
  cameUnknown: '只有走的时间，没有到的时间',
}

/** 上午 9:00 到，中午 12:05 走 */
export const timesSaid = ({ in: came, out, flags }: Attendance): string =>
  flags.includes('cameUnknown')
    ? `${clockSaid(came)} 走`
    : out === null
      ? `${clockSaid(came)} 到`
      : `${clockSaid(came)} 到，${clockSaid(out)} 走`

/** How somebody on a shift stands, for whoever leads it. */
export const attendanceSaid = (attendance: Attendance | null, endsAt: number): Said => {
  if (attendance === null)
    return now() < endsAt
      ? { label: '还没到', tone: 'gold', drawing: 'clock' }
      : { label: '没有签到', tone: 'brick', drawing: 'close' }
  return attendance.out === null
    ? { label: '在岗', tone: 'pine', drawing: 'check' }
    : { label: '走了', tone: 'blue', drawing: 'check' }
}

/** Who wrote hours down, or from when to when they were by the check-in. */
export const enteredSaid = ({
  enteredBy,
  attendance,
}: Pick<HoursEntry, 'enteredBy' | 'attendance'>): string =>
  attendance ? `按签到算的，${timesSaid(attendance)}` : `${enteredBy}记的`
