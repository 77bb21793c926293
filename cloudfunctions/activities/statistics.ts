import { AttendanceCount, longestPeriodDays } from '@/domain/activities/attendance'
import { activities } from '@/types/activities'
import { addDays, daysBetween, instantOf, type Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { fail } from '../kit/failure'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { attendances, type Attendance } from './store'

const fields = {
  activity: true,
  session: true,
  person: true,
  path: true,
  state: true,
  startsAt: true,
} as const

const { roles } = activities.procedures.statistics.may

/** 场次, 人次 and 人数 of what the caller's nodes ran, counted from the check-ins themselves. */
export const statistics = procedure(activities, 'statistics', {
  place: () => anywhere,

  async run({ centre, caller, input: { from, to }, at }) {
    const days = daysBetween(from, to) + 1
    if (days < 1) fail('InvalidInput', { field: 'input.to' })
    if (days > longestPeriodDays) fail('PeriodTooLong', { days: longestPeriodDays })
    const nodes = nodesOf(caller, roles, at)
    const count = new AttendanceCount()
    const period = { start: instantOf(from), end: instantOf(addDays(to, 1)) }
    for await (const attendance of during(centre, period))
      if (attendance.state === 'present' && attendance.path.some((node) => nodes.includes(node)))
        count.add(attendance)
    return count.total
  },
})

/** Every attendance of sessions that start in a period, as many a request as the database answers. */
async function* during(
  centre: string,
  { start, end }: { start: Instant; end: Instant },
): AsyncGenerator<Attendance> {
  let after: string | undefined
  do {
    const { documents, next } = await attendances.of(centre).page({
      where: { startsAt: command.gte(start).and(command.lt(end)) },
      by: ['startsAt', 'asc'],
      after,
      limit: 999,
      fields,
    })
    yield* documents
    after = next ?? undefined
  } while (after !== undefined)
}
