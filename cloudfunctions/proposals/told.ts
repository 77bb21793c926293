import { authorsOf } from '@/domain/proposals/proposal'
import { proposalsOf } from '@/domain/proposals/meeting'
import type { Followed, News } from '@/domain/proposals/record'
import { inForce } from '@/domain/residents/facts'
import { dayMs, dayOf, type Instant } from '@/types/shared/day'
import type { StaffRole } from '@/types/shared/roles'
import { command } from '../kit/cloud'
import type { Stored } from '../kit/collection'
import { centreNode } from '../kit/procedure'
import type { Telling } from '../notices/outbox'
import { passports, personsNow, post } from '../residents/store'
import { proposals, type MeetingDoc } from './store'

/** What messages say of a record, and who answers for it. */
export interface Told {
  thing: string
  title: string
  path: readonly string[]
  /** Who the record is of, and who acted for them and is told with them, of nobody else's news. */
  person: string | null
  actor: string | null
  /** Who co-signed it. */
  signers?: readonly string[]
  meeting?: MeetingDoc
}

/** All that is still to be told of a record. */
export const tellingsOf = async (
  { centre, news }: Stored & Followed,
  told: Told,
  at: Instant,
): Promise<Telling[]> => {
  const all = Object.entries(news).flatMap(([key, some]) => some.map((one) => ({ key, ...one })))
  const tellings: Telling[] = []
  for (const { to, of, ...news } of all) {
    const ids = await recipients(centre, { to, of }, told, at)
    const persons = await everybodyNow(centre, ids)
    const once = new Map([...persons.values()].map((person) => [person._id, person.facts.name]))
    for (const [id, name] of once)
      tellings.push(telling({ ...news, id, name }, told, at, to === told.person))
  }
  return tellings
}

const telling = (
  {
    key,
    event,
    note,
    before,
    id,
    name,
  }: Pick<News, 'event' | 'note' | 'before'> & { key: string; id: string; name: string },
  { thing, title, actor, meeting }: Told,
  at: Instant,
  own: boolean,
): Telling => ({
  ...{ event, thing, key, person: { id, name } },
  actor: own ? actor : null,
  data: { title, note, ...(meeting && { startsAt: meeting.startsAt }) },
  // Who hears of a meeting after it began hears nothing of use.
  due: dueOf(meeting && Math.min(meeting.startsAt, before ?? meeting.startsAt), at),
  // Whoever was to come today is about to leave home, whichever day it is on now.
  urgent:
    event === 'meetingMoved' &&
    meeting !== undefined &&
    [meeting.startsAt, before ?? meeting.startsAt].some((start) => dayOf(at) === dayOf(start)),
})

const dueOf = (startsAt: Instant | undefined, at: Instant): Instant =>
  startsAt !== undefined && at < startsAt ? startsAt : at + 3 * dayMs

/** So many people in one request. */
const batch = 500

const everybodyNow: typeof personsNow = async (centre, ids) => {
  const all: Awaited<ReturnType<typeof personsNow>>[] = []
  for (let n = 0; n < ids.length; n += batch)
    all.push(await personsNow(centre, ids.slice(n, n + batch)))
  return new Map(all.flatMap((some) => [...some]))
}

const recipients = async (
  centre: string,
  { to, of }: Pick<News, 'to' | 'of'>,
  told: Told,
  at: Instant,
): Promise<readonly string[]> => {
  if (to === 'staff') return staffOf(centre, told.path, at)
  if (to === 'centreStaff') return holdersOf(centre, [centreNode(centre)], 'centreStaff', at)
  if (to === 'signers') return of ? signersOf(centre, of) : (told.signers ?? [])
  if (to === 'invited') return told.meeting ? invitedTo(told.meeting) : []
  return [to]
}

/** Who decides, the nearest first: those of the community, else of the centre. */
export const staffOf = async (
  centre: string,
  path: readonly string[],
  at: Instant,
): Promise<string[]> => {
  for (const role of ['communityStaff', 'centreStaff'] satisfies StaffRole[]) {
    const ids = await holdersOf(centre, path, role, at)
    if (ids.length > 0) return ids
  }
  return []
}

const holdersOf = async (
  centre: string,
  path: readonly string[],
  role: StaffRole,
  at: Instant,
): Promise<string[]> => {
  const holders = await passports.of(centre).find({
    where: { posts: command.in(path.map((node) => post(node, role))) },
    limit: 100,
    fields: { 'person.id': true, roles: true },
  })
  return holders
    .filter(({ roles }) =>
      roles.some((grant) => grant.role === role && path.includes(grant.node) && inForce(grant, at)),
    )
    .map(({ person }) => person.id)
}

/** Who proposed or co-signed these. */
const signersOf = async (centre: string, ids: readonly string[]): Promise<string[]> => {
  if (ids.length === 0) return []
  const all = await proposals.of(centre).find({
    where: { _id: command.in([...ids]) },
    limit: ids.length,
    fields: { person: true, firsts: true, people: true },
  })
  return [...new Set(all.flatMap((one) => [...authorsOf(one), ...one.people]))]
}

/** Those, and whoever said that they come. */
export const invitedTo = async (meeting: MeetingDoc): Promise<string[]> => [
  ...new Set([
    ...(await signersOf(meeting.centre, proposalsOf(meeting))),
    ...Object.keys(meeting.claims),
  ]),
]
