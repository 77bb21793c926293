import { comingOf, isDoubted, isHere, isOn, proposalsOf } from '@/domain/proposals/meeting'
import { authorsOf } from '@/domain/proposals/proposal'
import { maskName } from '@/domain/residents/masking'
import type { MeetingCard, MeetingForStaff, MeetingShown, TaskForStaff } from '@/types/proposals'
import type { Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import type { Facts, Passport } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { personsNow } from '../residents/store'
import { proposals, tasks, type MeetingDoc, type TaskDoc } from './store'

export const meetingCard = (meeting: MeetingDoc): MeetingCard => {
  const { _id, title, placeName, nodeName, startsAt, endsAt, state, left, seats } = meeting
  return { id: _id, title, placeName, nodeName, startsAt, endsAt, state, left, seats }
}

/** So many tasks a meeting gives out. */
export const mostTasks = 50

const whole = async (meeting: MeetingDoc) => {
  const all = await tasks.of(meeting.centre).find({
    where: { meeting: meeting._id },
    order: [['day', 'asc']],
    limit: mostTasks,
  })
  const { minutes, agenda, because, claims } = meeting
  return {
    ...meetingCard(meeting),
    agenda: agenda.map((item) => ({ ...item })),
    minutes: minutes && { words: minutes.words, at: minutes.at },
    because,
    tasks: all.map((task) => ({
      ...{ id: task._id, what: task.what, due: task.day },
      owner: task.ownerName === '' ? '工作人员' : maskName(task.ownerName),
      ...{ state: task.state, late: task.late, note: task.noteHeld ? null : task.note },
    })),
    came: Object.values(claims).filter(isHere).length,
  }
}

/** For whom of these a meeting is: they live below its node, or proposed or co-signed what is on the agenda. */
const invitedOf = async (
  meeting: MeetingDoc,
  persons: readonly Facts[],
): Promise<ReadonlySet<string>> => {
  const { centre, invites, node } = meeting
  const near = persons.filter(({ path }) => invites === 'residents' && path.includes(node))
  const far = persons.filter((person) => !near.includes(person))
  const agenda = proposalsOf(meeting)
  const ids = far.flatMap(idsOf)
  // Of hundreds of signatures only theirs are loaded.
  const talkedOf =
    far.length > 0 && agenda.length > 0
      ? await proposals.of(centre).find({
          where: { _id: command.in(agenda) },
          limit: agenda.length,
          fields: {
            ...{ person: true, firsts: true },
            ...Object.fromEntries(ids.map((id) => [`claims.${id}`, true as const])),
          },
        })
      : []
  const concerned = new Set(
    talkedOf.flatMap((one) => [...authorsOf(one), ...Object.keys(one.claims)]),
  )
  const invited = far.filter((person) => idsOf(person).some((id) => concerned.has(id)))
  return new Set([...near, ...invited].map(({ id }) => id))
}

/** Whether a meeting is for somebody. */
export const isInvited = async (meeting: MeetingDoc, person: Facts): Promise<boolean> =>
  (await invitedOf(meeting, [person])).has(person.id)

interface Looking {
  caller: Passport | null
  /** Whom it is shown for, when staff act for them. */
  subject?: Facts
}

/** One meeting as residents see it, with what whoever looks may say for themselves and for those they act for. */
export const meetingShown = async (
  meeting: MeetingDoc,
  { caller, subject }: Looking,
  at: Instant,
): Promise<MeetingShown> => {
  const own = caller?.person
  const family = [...(own ? [own, ...Object.values(caller.dependants)] : [])]
  if (subject && !family.some(({ id }) => id === subject.id)) family.push(subject)
  const comingFor = (person: Facts) => meeting.claims[comingOf(meeting, idsOf(person)) ?? '']
  const open = meeting.state === 'called' && at < meeting.endsAt
  const free = open && meeting.left > 0 ? family.filter((person) => !comingFor(person)) : []
  const [shown, invited] = await Promise.all([whole(meeting), invitedOf(meeting, free)])
  return {
    ...shown,
    family: family.map((person) => {
      const coming = comingFor(person)
      return {
        ...{ person: { id: person.id, name: person.name }, own: person.id === own?.id },
        joined: coming !== undefined,
        here: isHere(coming) ? 'yes' : isDoubted(coming) ? 'doubt' : null,
        mayJoin: invited.has(person.id),
        mayLeave: open && coming !== undefined && coming.came === null,
      }
    }),
  }
}

/** One meeting as staff see it, with who comes. */
export const meetingForStaff = async (
  meeting: MeetingDoc,
  at: Instant,
): Promise<MeetingForStaff> => {
  const { claims, node, seq, invites } = meeting
  const [shown, persons] = await Promise.all([
    whole(meeting),
    personsNow(meeting.centre, Object.keys(claims)),
  ])
  const attenders = Object.entries(claims)
    .sort(([, one], [, other]) => one.at - other.at)
    .map(([id, coming]) => ({
      ...{ id, name: persons.get(id)?.facts.name ?? coming.name },
      homeName: persons.get(id)?.homeName ?? null,
      ...{ came: isHere(coming), doubt: isDoubted(coming), how: coming.came?.how ?? null },
    }))
  return { ...shown, node, rev: seq, invites, attenders, mayTick: isOn(meeting, at) }
}

export const taskShown = (task: TaskDoc): TaskForStaff => ({
  ...{ id: task._id, what: task.what, due: task.day, state: task.state },
  ...{
    late: task.late,
    note: task.note,
    noteHeld: task.noteHeld,
    meeting: task.meeting,
    meetingTitle: task.meetingTitle,
  },
  ...{ item: task.itemTitle, owner: { id: task.owner, name: task.ownerName }, at: task.at },
})
