import { addMonths, dayOf, monthOf } from '@/types/shared/day'
import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import type { Job } from '../kit/jobs'
import { volunteerRecords } from '../volunteers/store'
import { namedToday } from './named'
import { monthMinutes, monthMinutesId, type MonthMinutes } from './store'

const batch = 50

/**
 * Writes down what those who agreed gave this month and last, which corrections still change. The minutes by month in a
 * person's facts are those of the ledger: `volunteers.reconcile` has compared them just before.
 */
export const rank: Job['run'] = async ({ centre, at, cursor }) => {
  const today = dayOf(at)
  const months = [addMonths(monthOf(today), -1), monthOf(today)]
  const { documents, next } = await volunteerRecords.of(centre).page({
    where: { honours: true },
    by: ['_id', 'asc'],
    after: cursor ?? undefined,
    limit: batch,
    fields: { person: true },
  })
  const named = await namedToday(
    centre,
    documents.map(({ person }) => person),
    today,
  )
  const persons = [...new Map([...named.values()].map(({ facts }) => [facts.id, facts])).values()]
  const store = monthMinutes.of(centre)
  const rows = persons.flatMap(({ id: person, minutes: all = {} }) =>
    months.map((month): MonthMinutes => {
      const minutes = all[month] ?? 0
      const _id = monthMinutesId(centre, month, person)
      return { _id, centre, v: 1, person, month, minutes }
    }),
  )
  const known =
    rows.length === 0
      ? []
      : await store.find({
          where: { _id: command.in(rows.map(({ _id }) => _id)) },
          limit: rows.length,
        })
  const before = new Map(known.map(({ _id, minutes }) => [_id, minutes]))
  const changed = rows.filter(({ _id, minutes }) => minutes !== (before.get(_id) ?? 0))
  for (const row of changed)
    await (before.has(row._id)
      ? repeat(() => store.change(row._id, { minutes: row.minutes }))
      : store.insert(row))
  return { handled: changed.length, cursor: next }
}
