import { areOpen, minuteOf, type Doors, type Minute } from '@/domain/shared/rotatingCode'
import type { DecisionKind, MeetingState } from '@/types/proposals'
import { dayMs, type Instant } from '@/types/shared/day'
import { guarded, moved, refused, same, withGone, type Decision, type Followed } from './record'

export interface AgendaItem {
  id: string
  title: string
  proposal: string | null
  decision: { kind: DecisionKind; words: string } | null
}

/** How somebody was seen to be here. */
export interface Came {
  at: Instant
  how: 'code' | 'staff'
  by: string
  key: string
  /** The code was scanned without a network: it counts once staff say that they were here. */
  doubt: boolean
}

/** Residents of the place who are still to hear of it, those up to `after` did; by the key of the step. */
export interface Inviting {
  key: string
  note: string
  after: string | null
}

/** Who said that they come, and whether they did. */
export interface Coming {
  key: string
  at: Instant
  by: string
  name: string
  came: Came | null
}

/** A meeting as far as rules go: the document that decides who has a place. */
export interface Meeting extends Followed {
  state: MeetingState
  title: string
  placeName: string
  node: string
  startsAt: Instant
  endsAt: Instant
  seats: number
  left: number
  /** Everybody below the node may come, or only who proposed or co-signed what is on the agenda. */
  invites: 'signers' | 'residents'
  agenda: readonly AgendaItem[]
  claims: Readonly<Record<string, Coming>>
  /** Their ids, to find by. */
  people: readonly string[]
  /** Taps of those who gave their place back: the one that took it, and the one that gave it. */
  gone: Readonly<Record<string, { key: string; by: string }>>
  minutes: { words: string; at: Instant; by: string } | null
  because: string | null
  /** What is on the agenda is still to be told that it is, or what came of it. */
  linking: boolean
  /** Staff were reminded that the minutes are missing. */
  reminded: boolean
  inviting: Inviting | null
}

interface Act {
  key: string
  at: Instant
  by: string
}

/** The doors open an hour before it begins. */
const doorsOpenMs = 60 * 60_000

export const doorsOf = ({ startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>): Doors => ({
  opensAt: startsAt - doorsOpenMs,
  closesAt: endsAt,
})

export const isOn = (
  meeting: Pick<Meeting, 'state' | 'startsAt' | 'endsAt'>,
  at: Instant,
): boolean => meeting.state !== 'calledOff' && areOpen(doorsOf(meeting), at)

export interface MeetingCode extends Minute {
  meeting: string
}

export const codeAt = (meeting: string, at: Instant): MeetingCode => ({
  meeting,
  minute: minuteOf(at),
})

/** `<meeting>-<minute>`: what is signed. */
export const textOf = ({ meeting, minute }: MeetingCode): string => `${meeting}-${minute}`

/** Reads what was signed; null when it is of another shape. */
export const codeOf = (text: string): MeetingCode | null => {
  const [, meeting, minute] = /^(.+)-(\d{1,12})$/.exec(text) ?? []
  return meeting === undefined ? null : { meeting, minute: Number(minute) }
}

interface Comer {
  id: string
  name: string
  ids: readonly string[]
  /** They proposed or co-signed what is on the agenda, or live below the node of a meeting for all who do. */
  invited: boolean
}

export const comingOf = (
  { claims }: Pick<Meeting, 'claims'>,
  ids: readonly string[],
): string | null => ids.find((id) => claims[id]) ?? null

const seat = (
  meeting: Meeting,
  { id, name, ids }: Comer,
  coming: Omit<Coming, 'name'>,
): Decision => ({
  outcome: 'step',
  step: {
    guard: {
      ...withGone(meeting.gone, ids, {
        equal: { state: meeting.state },
        missing: ids.map((one) => `claims.${one}`),
      }),
      above: { left: 0 },
    },
    change: {
      set: { [`claims.${id}`]: { ...coming, name } },
      push: { people: id },
      inc: { left: -1 },
    },
  },
})

/** A place for one who comes, as long as one is left. */
export const decideJoin = (meeting: Meeting, comer: Comer, { key, at, by }: Act): Decision => {
  if (comingOf(meeting, comer.ids) !== null) return same
  if (comer.ids.some((id) => meeting.gone[id]?.key === key)) return same
  if (meeting.state !== 'called' || at >= meeting.endsAt) return refused('Over')
  if (!comer.invited) return refused('NotInvited')
  if (meeting.left <= 0) return refused('Full')
  return seat(meeting, comer, { key, at, by, came: null })
}

/** The place is somebody else's at once. */
export const decideLeave = (
  meeting: Meeting,
  ids: readonly string[],
  { key, at }: Pick<Act, 'key' | 'at'>,
): Decision => {
  const mine = comingOf(meeting, ids)
  if (mine === null || ids.some((id) => meeting.gone[id]?.by === key)) return same
  const { key: taken, came } = meeting.claims[mine]!
  if (meeting.state !== 'called' || came !== null || at >= meeting.endsAt) return refused('Over')
  return {
    outcome: 'step',
    step: {
      guard: {
        equal: { state: 'called', [`claims.${mine}.key`]: taken, [`claims.${mine}.came`]: null },
      },
      change: {
        set: { [`gone.${mine}`]: { key: taken, by: key } },
        unset: [`claims.${mine}`],
        pull: { people: mine },
        inc: { left: 1 },
      },
    },
  }
}

/** Whether somebody was here beyond doubt. */
export const isHere = (coming: Coming | undefined): boolean =>
  Boolean(coming?.came && !coming.came.doubt)

/** Whether a scan without a network waits for staff to say that they were here. */
export const isDoubted = (coming: Coming | undefined): boolean => coming?.came?.doubt === true

/**
 * Somebody is here: by the code, or seen by staff. Who had no place takes one that is left; who is in doubt is so no more
 * once they are seen at once.
 */
export const decideCome = (
  meeting: Meeting,
  comer: Comer,
  { key, at, by, how, doubt }: Act & Pick<Came, 'how' | 'doubt'>,
): Decision => {
  const came: Came = { at, how, by, key, doubt }
  const mine = comingOf(meeting, comer.ids)
  if (mine !== null) {
    const known = meeting.claims[mine]?.came ?? null
    if (known !== null && (!known.doubt || doubt)) return same
    return {
      outcome: 'step',
      step: {
        guard: {
          present: [`claims.${mine}`],
          equal: known
            ? { [`claims.${mine}.came.key`]: known.key }
            : { [`claims.${mine}.came`]: null },
        },
        change: { set: { [`claims.${mine}.came`]: came } },
      },
    }
  }
  if (meeting.state === 'calledOff') return refused('NotNow')
  if (!comer.invited) return refused('NotInvited')
  if (meeting.left <= 0) return refused('Full')
  return seat(meeting, comer, { key, at, by, came })
}

/** A tick by mistake. */
export const decideUntick = (meeting: Meeting, person: string): Decision =>
  meeting.claims[person]?.came
    ? {
        outcome: 'step',
        step: {
          guard: { present: [`claims.${person}`] },
          change: { set: { [`claims.${person}.came`]: null } },
        },
      }
    : same

type Plan = Pick<
  Meeting,
  'title' | 'placeName' | 'node' | 'startsAt' | 'endsAt' | 'seats' | 'invites'
> & { agenda: readonly Omit<AgendaItem, 'decision'>[] }

/** The proposals on an agenda. */
export const proposalsOf = ({
  agenda,
}: {
  agenda: readonly Pick<AgendaItem, 'proposal'>[]
}): string[] => agenda.flatMap(({ proposal }) => proposal ?? [])

export const comeNote = '请您来开议事会，请点开看'

/** Everybody of the place is to hear it, some at a time: one who heard it before, by this key, hears it once. */
export const invitingTo = (key: string, note: string): Inviting => ({ key, note, after: null })

/** Another time, place or agenda, until it begins: whom it concerns is told. */
export const decideEdit = (
  meeting: Meeting,
  {
    key,
    at,
    by,
    rev,
    plan,
    more,
  }: Act & { rev: number | null; plan: Plan; more: Readonly<Record<string, unknown>> },
): Decision => {
  if (meeting.keys.includes(key)) return same
  if (meeting.seq !== rev) return refused('ChangedMeanwhile')
  if (meeting.state !== 'called' || at >= meeting.startsAt) return refused('Over')
  const taken = meeting.seats - meeting.left
  if (plan.seats < taken) return refused('FewerSeats', { least: taken })
  const elsewhere =
    plan.startsAt !== meeting.startsAt ||
    plan.endsAt !== meeting.endsAt ||
    plan.placeName !== meeting.placeName
  const added = proposalsOf(plan).filter((one) => !proposalsOf(meeting).includes(one))
  const { seats, ...rest } = plan
  const changed = '议事会的时间或者地点改了，请点开看'
  const others = meeting.invites !== 'residents' || plan.node !== meeting.node
  const invitingAnew =
    plan.invites !== 'residents'
      ? { inviting: null }
      : (elsewhere || others) && { inviting: invitingTo(key, elsewhere ? changed : comeNote) }
  const decision = moved(meeting, {
    ...{ key, at, by },
    news: [
      ...(elsewhere
        ? [
            {
              ...{ to: 'invited', event: 'meetingMoved' as const, before: meeting.startsAt },
              note: changed,
            },
          ]
        : []),
      // Who is invited by what is on the agenda from now on.
      ...(added.length > 0
        ? [
            {
              ...{ to: 'signers', event: 'meetingCalled' as const, of: added },
              note: comeNote,
            },
          ]
        : []),
    ],
    set: {
      ...rest,
      ...more,
      seats,
      agenda: plan.agenda.map((item) => ({ ...item, decision: null })),
      linking: true,
      ...invitingAnew,
    },
    more: { inc: { left: seats - meeting.seats } },
  })
  // Places may be taken meanwhile without raising `seq`.
  return guarded(decision, { equal: { left: meeting.left } })
}

export const decideCallOff = (
  meeting: Meeting,
  { key, at, by, because }: Act & { because: string },
): Decision => {
  if (meeting.keys.includes(key)) return same
  // What people came to took place: it ends with its minutes.
  const tookPlace = Object.values(meeting.claims).some(({ came }) => came !== null)
  if (meeting.state !== 'called' || tookPlace) return refused('Over')
  return moved(meeting, {
    ...{ key, at, by, kind: 'ended', words: because },
    news: [{ to: 'invited', event: 'meetingMoved', note: `这次议事会不开了。${because}` }],
    set: {
      ...{ state: 'calledOff', because, linking: true },
      inviting:
        meeting.invites === 'residents' ? invitingTo(key, `这次议事会不开了。${because}`) : null,
    },
  })
}

/** The minutes, and what was decided on each item; written again they take the place of what was written. */
export const decideMinutes = (
  meeting: Meeting,
  {
    key,
    at,
    by,
    rev,
    words,
    decisions,
  }: Act & {
    rev: number
    words: string
    decisions: readonly { item: string; kind: DecisionKind; words: string }[]
  },
): Decision => {
  if (meeting.keys.includes(key)) return same
  if (meeting.state === 'calledOff') return refused('Over')
  if (at < meeting.startsAt) return refused('NotYet')
  if (meeting.seq !== rev) return refused('ChangedMeanwhile')
  const of = new Map(decisions.map(({ item, ...decision }) => [item, decision]))
  const agenda = meeting.agenda.map((item) => ({ ...item, decision: of.get(item.id) ?? null }))
  if (agenda.some(({ decision }) => decision === null)) return refused('DecisionNeeded')
  const first = meeting.minutes === null
  return moved(meeting, {
    ...{ key, at, by },
    news: first ? [{ to: 'invited', event: 'meetingNews', note: '会议纪要写好了，请点开看' }] : [],
    set: { state: 'held', minutes: { words, at, by }, agenda, linking: true },
  })
}

/** A day after it, staff are reminded of the minutes that are missing. */
export const dueOf = ({ state, endsAt, reminded }: Meeting): Instant | null =>
  state === 'called' && !reminded ? endsAt + dayMs : null

/** It is over and nobody wrote the minutes: staff are told, once. */
export const decideTimely = (meeting: Meeting, at: Instant): Decision => {
  const due = dueOf(meeting)
  if (due === null || due > at) return same
  return moved(meeting, {
    ...{ key: 'reminded', at, by: null },
    news: [{ to: 'staff', event: 'proposalCare', note: '议事会开过了，还没有纪要，请写一写' }],
    set: { reminded: true },
  })
}
