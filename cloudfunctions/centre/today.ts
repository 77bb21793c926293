import { doorsOpenMs } from '@/domain/activities/checkIn'
import { saidShort } from '@/domain/notices/message'
import type { Registration } from '@/types/activities'
import { centre as contract } from '@/types/centre'
import { dayMs, type Instant } from '@/types/shared/day'
import { withAddresses } from '../activities/addresses'
import { coming } from '../activities/coming'
import { current } from '../activities/current'
import { cardOf, nextStart, registrationOf, standingOf } from '../activities/show'
import { registrations, type RegistrationRecord } from '../activities/store'
import { command } from '../kit/cloud'
import { fail } from '../kit/failure'
import { rolesOf, type Passport } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { noticeOf } from '../notices/show'
import { outbox, type OutboxRow } from '../notices/store'
import { nodes } from '../residents/store'
import { centreRecordOf } from './store'

/** What fits on the first page; the rest is a tap away. */
const shownNext = 5
const shownOpen = 6
const shownUnread = 3

/** What was told longer ago is no news. */
const newsMs = 14 * dayMs

const comingOf = (centre: string, persons: readonly string[], at: Instant) =>
  registrations.of(centre).page({
    where: persons.map((person) => ({ person, endsAt: command.gt(at) })),
    by: ['endsAt', 'asc'],
    limit: 2 * shownNext,
  })

/**
 * The first page. Everything is asked for beside the passport, in one round trip of six requests; only for whom that
 * does not tell all (somebody waits, a session has begun, others are acted for) there is a second.
 */
export const today = procedure(contract, 'today', {
  load: async ({ centre, subjectId, at }) => {
    const [record, open, mine, unread, communities] = await Promise.all([
      centreRecordOf(centre),
      coming(centre, { at, limit: 2 * shownOpen }),
      comingOf(centre, [subjectId], at),
      outbox.of(centre).page({
        where: { to: subjectId, readAt: null, at: command.gt(at - newsMs) },
        by: ['at', 'desc'],
        limit: shownUnread,
      }),
      nodes.of(centre).find({ where: { kind: 'community' }, limit: 100, fields: { name: true } }),
    ])
    return { record, open, mine, unread, communities }
  },

  async run({ centre, caller, loaded, at }) {
    const { record, open, mine, unread, communities } = loaded
    if (!record) return fail('UnknownCentre')
    const [next, cards] = await Promise.all([
      caller ? nextOf(centre, caller, mine.documents, at) : [],
      withAddresses(
        open.documents
          .filter(({ rules }) => at < rules.closesAt)
          .slice(0, shownOpen)
          .map((place) => cardOf(place, at)),
      ),
    ])
    const home = communities.find(({ _id }) => caller?.person.path.includes(_id))
    return {
      centreName: record.name,
      phone: record.phone,
      name: caller?.person.name ?? null,
      communityName: home?.name ?? null,
      isStaff: caller !== null && rolesOf(caller, at).length > 0,
      next,
      open: cards,
      unread: caller ? unread.documents.map(newsOf) : [],
    }
  },
})

const newsOf = (row: OutboxRow) => ({ ...noticeOf(row), said: saidShort(row.event, row.data) })

/** What I, and those I act for, are signed up for, soonest first. */
const nextOf = async (
  centre: string,
  caller: Passport,
  mine: readonly RegistrationRecord[],
  at: Instant,
): Promise<Registration[]> => {
  const others = Object.values(caller.dependants).map(({ id }) => id)
  const theirs = others.length > 0 ? (await comingOf(centre, others, at)).documents : []
  const records = [...mine, ...theirs].filter(({ state }) => holding.has(state))
  const changing = records.some(
    ({ state, startsAt }) => state !== 'in' || startsAt - doorsOpenMs <= at,
  )
  const shown = changing
    ? await current(caller, records, at)
    : records.map((record) =>
        registrationOf(
          { _id: record.activity, centre, rules: record, card: record.card, waiting: [] },
          standingOf(caller, record),
        ),
      )
  return shown
    .filter(({ state }) => holding.has(state))
    .sort((a, b) => nextStart(a, at) - nextStart(b, at))
    .slice(0, shownNext)
}

const holding: ReadonlySet<Registration['state']> = new Set(['in', 'waiting', 'entered'] as const)
