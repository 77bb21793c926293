import { authorsOf } from '@/domain/proposals/proposal'
import type { Followed, News } from '@/domain/proposals/record'
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
  /** Who acted for its person, and is told too. */
  actor: string | null
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
  for (const { key, to, event, note } of all) {
    const ids = await recipients(centre, to, told)
    const persons = await personsNow(centre, ids)
    const once = new Map([...persons.values()].map((person) => [person._id, person.facts.name]))
    for (const [id, name] of once)
      tellings.push(telling({ key, event, note, id, name }, told, at, ids.length === 1))
  }
  return tellings
}

const telling = (
  {
    key,
    event,
    note,
    id,
    name,
  }: Pick<News, 'event' | 'note'> & { key: string; id: string; name: string },
  { thing, title, actor, meeting }: Told,
  at: Instant,
  alone: boolean,
): Telling => ({
  ...{ event, thing, key, person: { id, name } },
  actor: alone && (event === 'wishNews' || event === 'proposalNews') ? actor : null,
  data: { title, note, ...(meeting && { startsAt: meeting.startsAt }) },
  // Who hears of a meeting after it began hears nothing of use.
  due: meeting && at < meeting.startsAt ? meeting.startsAt : at + dayMs,
  urgent:
    event === 'meetingMoved' && meeting !== undefined && dayOf(at) === dayOf(meeting.startsAt),
})

const recipients = async (centre: string, to: string, told: Told): Promise<string[]> => {
  if (to === 'staff') return staffOf(centre, told.path)
  if (to === 'centreStaff') return holdersOf(centre, [post(centreNode(centre), 'centreStaff')])
  if (to === 'invited') return told.meeting ? invitedTo(told.meeting) : []
  return [to]
}

/** Who decides, the nearest first: those of the community, else of the centre. */
export const staffOf = async (centre: string, path: readonly string[]): Promise<string[]> => {
  for (const role of ['communityStaff', 'centreStaff'] satisfies StaffRole[]) {
    const ids = await holdersOf(
      centre,
      path.map((node) => post(node, role)),
    )
    if (ids.length > 0) return ids
  }
  return []
}

const holdersOf = async (centre: string, posts: readonly string[]): Promise<string[]> => {
  const holders = await passports.of(centre).find({
    where: { posts: command.in([...posts]) },
    limit: 50,
    fields: { 'person.id': true },
  })
  return holders.map(({ person }) => person.id)
}

/** Who proposed or co-signed what is on the agenda. */
export const signersOf = async ({ centre, agenda }: MeetingDoc): Promise<string[]> => {
  const ids = agenda.flatMap(({ proposal }) => proposal ?? [])
  if (ids.length === 0) return []
  const all = await proposals
    .of(centre)
    .find({ where: { _id: command.in(ids) }, limit: ids.length })
  return [...new Set(all.flatMap((one) => [...authorsOf(one), ...Object.keys(one.claims)]))]
}

/** Those, and whoever said that they come. */
const invitedTo = async (meeting: MeetingDoc): Promise<string[]> => [
  ...new Set([...(await signersOf(meeting)), ...Object.keys(meeting.claims)]),
]
