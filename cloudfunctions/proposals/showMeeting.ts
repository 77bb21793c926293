import { comingOf, isOn, proposalsOf } from '@/domain/proposals/meeting'
import { maskName } from '@/domain/residents/masking'
import type { MeetingCard, MeetingForStaff, MeetingShown, TaskForStaff } from '@/types/proposals'
import type { Instant } from '@/types/shared/day'
import type { Facts } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { personsNow } from '../residents/store'
import { signersOf } from './told'
import { tasks, type MeetingDoc, type TaskDoc } from './store'

export const meetingCard = (meeting: MeetingDoc): MeetingCard => {
  const { _id, title, placeName, nodeName, startsAt, endsAt, state, left, seats } = meeting
  return { id: _id, title, placeName, nodeName, startsAt, endsAt, state, left, seats }
}

/** More tasks than a meeting gives out. */
const mostTasks = 50

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
      ...{ state: task.state, late: task.late, note: task.note },
    })),
    came: Object.values(claims).filter(({ came }) => came !== null).length,
  }
}

/** Whether a meeting is for somebody: they live below its node, or proposed or co-signed what is on the agenda. */
export const isInvited = async (meeting: MeetingDoc, subject: Facts): Promise<boolean> => {
  if (meeting.invites === 'residents' && subject.path.includes(meeting.node)) return true
  const ids = idsOf(subject)
  return (await signersOf(meeting.centre, proposalsOf(meeting))).some((id) => ids.includes(id))
}

/** One meeting as residents see it, for `subject` when somebody is signed in. */
export const meetingShown = async (
  meeting: MeetingDoc,
  subject: Facts | null,
  at: Instant,
): Promise<MeetingShown> => {
  const mine = subject && comingOf(meeting, idsOf(subject))
  const coming = mine ? meeting.claims[mine] : undefined
  const open = meeting.state === 'called' && at < meeting.endsAt
  return {
    ...(await whole(meeting)),
    joined: coming !== undefined,
    here: Boolean(coming?.came),
    mayJoin:
      open &&
      subject !== null &&
      coming === undefined &&
      meeting.left > 0 &&
      (await isInvited(meeting, subject)),
    mayLeave: open && coming !== undefined && coming.came === null,
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
    .map(([id, { name, came }]) => ({
      ...{ id, name: persons.get(id)?.facts.name ?? name },
      homeName: persons.get(id)?.homeName ?? null,
      came: came !== null,
      how: came?.how ?? null,
    }))
  return { ...shown, node, rev: seq, invites, attenders, mayTick: isOn(meeting, at) }
}

export const taskShown = (task: TaskDoc): TaskForStaff => ({
  ...{ id: task._id, what: task.what, due: task.day, state: task.state },
  ...{ late: task.late, note: task.note, meeting: task.meeting, meetingTitle: task.meetingTitle },
  ...{ item: task.itemTitle, owner: { id: task.owner, name: task.ownerName }, at: task.at },
})
