import type { ActivityDraft, Category } from '@/types/activities'
import type { AudienceTag } from '@/types/residents'
import { addDays, dayOf, daysBetween, instantOf, timeOf, type Day } from '@/types/shared/day'
import type { Instant } from '@/types/shared/day'

/** A session as it is typed: `YYYY-MM-DD`, `HH:mm`; '' while it is not whole. */
export interface TypedSession {
  day: Day
  start: string
  end: string
}

export type Repeat = 'once' | 'daily' | 'weekly'

/** A moment as it is typed. */
export interface Typed {
  day: Day
  time: string
}

/** Deadlines are mostly said by the first session: they move with it, also in a copy. */
export type Deadline = 'start' | 'dayBefore' | 'own'

export interface TypedQuestion {
  label: string
  /** One answer to choose a line; none = a line of text. */
  options: string
  required: boolean
}

/** An activity as staff type it: numbers and times are text until they are whole. */
export interface Form {
  title: string
  summary: string
  category: Category | undefined
  placeName: string
  node: string
  /** The plain fields the list of sessions is made from. */
  pattern: TypedSession & { repeat: Repeat; times: number }
  sessions: readonly TypedSession[]
  seats: string
  waitlist: string
  heldPercent: string
  householdCap: string
  minAge: string
  maxAge: string
  verifiedOnly: boolean
  nodes: readonly string[]
  tags: readonly AudienceTag[]
  mode: ActivityDraft['mode']
  opens: 'now' | 'own'
  opensAt: Typed
  closes: Deadline
  closesAt: Typed
  cancel: Deadline
  cancelUntil: Typed
  draws: 'hourAfter' | 'own'
  drawAt: Typed
  description: string
  /** File id in the cloud, and an address this phone can show. */
  photo: { file: string; shown: string } | null
  attachments: ReadonlyArray<{ name: string; file: string }>
  questions: readonly TypedQuestion[]
  completionPercent: string
  /** Undefined while nobody said: then outings count heads. */
  headCount: boolean | undefined
}

const hour = 60 * 60_000
const untyped: Typed = { day: '', time: '' }
const eveningBefore = '20:00'

/** What the form begins with; nothing here has to be changed for an ordinary talk. */
export const emptyForm = (node: string): Form => ({
  title: '',
  summary: '',
  category: undefined,
  placeName: '',
  node,
  pattern: { day: '', start: '', end: '', repeat: 'once', times: 1 },
  sessions: [],
  seats: '20',
  waitlist: '10',
  heldPercent: '10',
  householdCap: '',
  minAge: '',
  maxAge: '',
  verifiedOnly: false,
  nodes: [],
  tags: [],
  mode: 'firstCome',
  opens: 'now',
  opensAt: untyped,
  closes: 'start',
  closesAt: untyped,
  cancel: 'dayBefore',
  cancelUntil: untyped,
  draws: 'hourAfter',
  drawAt: untyped,
  description: '',
  photo: null,
  attachments: [],
  questions: [],
  completionPercent: '80',
  headCount: undefined,
})

/** The sessions a pattern makes; none while it is not whole. */
export const sessionsOf = ({ day, start, end, repeat, times }: Form['pattern']): TypedSession[] => {
  if (!day || !start || !end) return []
  const step = repeat === 'weekly' ? 7 : 1
  return Array.from({ length: repeat === 'once' ? 1 : times }, (_, i) => ({
    day: addDays(day, i * step),
    start,
    end,
  }))
}

/**
 * Deadlines that have passed already give way to the start: what is published in the morning for the afternoon has no
 * evening before.
 */
export const reachable = (form: Form, now: Instant): Pick<Form, 'closes' | 'cancel'> => {
  const [first] = inOrder(form.sessions)
  const past = (deadline: Deadline): boolean =>
    deadline === 'dayBefore' && first !== undefined && deadlineAt(deadline, untyped, first) <= now
  return {
    closes: past(form.closes) ? 'start' : form.closes,
    cancel: past(form.cancel) ? 'start' : form.cancel,
  }
}

const inOrder = (sessions: readonly TypedSession[]): TypedSession[] =>
  [...sessions].sort((a, b) => `${a.day} ${a.start}`.localeCompare(`${b.day} ${b.start}`))

const momentOf = ({ day, time }: Typed): Instant => instantOf(day, time)
const typedOf = (at: Instant): Typed => ({ day: dayOf(at), time: timeOf(at) })
const numberOf = (typed: string): number | null => (typed === '' ? null : Number(typed))

const deadlineAt = (deadline: Deadline, typed: Typed, first: TypedSession): Instant => {
  switch (deadline) {
    case 'start':
      return instantOf(first.day, first.start)
    case 'dayBefore':
      return instantOf(addDays(first.day, -1), eveningBefore)
    case 'own':
      return momentOf(typed)
  }
}

/** Whether heads are counted before each departure: of an outing, unless staff say otherwise. */
export const countsHeads = ({ headCount, category }: Form): boolean =>
  headCount ?? category === 'outing'

/** A draft from a form with nothing missing. `now` is the opening of what opens at once. */
export const draftOf = (form: Form, now: Instant): ActivityDraft => {
  const sessions = inOrder(form.sessions)
  const first = sessions[0] ?? { day: '', start: '', end: '' }
  const closesAt = deadlineAt(form.closes, form.closesAt, first)
  const drawAt = form.draws === 'own' ? momentOf(form.drawAt) : closesAt + hour
  return {
    title: form.title.trim(),
    category: form.category ?? 'elder',
    summary: form.summary.trim(),
    description: form.description.trim(),
    placeName: form.placeName.trim(),
    node: form.node,
    photo: form.photo?.file ?? null,
    sessions: sessions.map(({ day, start, end }) => ({
      startsAt: instantOf(day, start),
      endsAt: instantOf(day, end),
    })),
    seats: Number(form.seats),
    waitlist: Number(form.waitlist),
    heldPercent: Number(form.heldPercent),
    householdCap: numberOf(form.householdCap),
    mode: form.mode,
    opensAt: form.opens === 'now' ? now : momentOf(form.opensAt),
    closesAt,
    cancelUntil: deadlineAt(form.cancel, form.cancelUntil, first),
    drawAt: form.mode === 'draw' ? drawAt : null,
    eligibility: {
      minAge: numberOf(form.minAge),
      maxAge: numberOf(form.maxAge),
      verifiedOnly: form.verifiedOnly,
      nodes: [...form.nodes],
      tags: [...form.tags],
    },
    questions: form.questions.map(({ label, options, required }) => ({
      label: label.trim(),
      options: options
        .split('\n')
        .map((option) => option.trim())
        .filter(Boolean),
      required,
    })),
    attachments: form.attachments.map(({ name, file }) => ({ name, file })),
    headCount: countsHeads(form),
    completionPercent: sessions.length > 1 ? Number(form.completionPercent) : 0,
  }
}

const patternOf = (sessions: readonly TypedSession[]): Form['pattern'] => {
  const [first, second] = sessions
  if (!first) return { day: '', start: '', end: '', repeat: 'once', times: 1 }
  const weekly = second !== undefined && daysBetween(first.day, second.day) === 7
  const repeat = second === undefined ? 'once' : weekly ? 'weekly' : 'daily'
  return { ...first, repeat, times: sessions.length }
}

/** Which of the usual deadlines a moment is. */
const deadlineOf = (at: Instant, first: TypedSession): Deadline =>
  (['start', 'dayBefore'] as const).find((one) => deadlineAt(one, untyped, first) === at) ?? 'own'

/** A form that makes this draft again. `photoShown` is where its picture can be looked at. */
export const formOf = (draft: ActivityDraft, photoShown: string | null): Form => {
  const sessions = draft.sessions.map(({ startsAt, endsAt }) => ({
    day: dayOf(startsAt),
    start: timeOf(startsAt),
    end: timeOf(endsAt),
  }))
  const first = sessions[0] ?? { day: '', start: '', end: '' }
  const said = (value: number | null) => (value === null ? '' : String(value))
  return {
    title: draft.title,
    summary: draft.summary,
    category: draft.category,
    placeName: draft.placeName,
    node: draft.node,
    pattern: patternOf(sessions),
    sessions,
    seats: said(draft.seats),
    waitlist: said(draft.waitlist),
    heldPercent: said(draft.heldPercent),
    householdCap: said(draft.householdCap),
    minAge: said(draft.eligibility.minAge),
    maxAge: said(draft.eligibility.maxAge),
    verifiedOnly: draft.eligibility.verifiedOnly,
    nodes: draft.eligibility.nodes,
    tags: draft.eligibility.tags,
    mode: draft.mode,
    opens: 'own',
    opensAt: typedOf(draft.opensAt),
    closes: deadlineOf(draft.closesAt, first),
    closesAt: typedOf(draft.closesAt),
    cancel: deadlineOf(draft.cancelUntil, first),
    cancelUntil: typedOf(draft.cancelUntil),
    draws: draft.drawAt === null || draft.drawAt === draft.closesAt + hour ? 'hourAfter' : 'own',
    drawAt: draft.drawAt === null ? untyped : typedOf(draft.drawAt),
    description: draft.description,
    photo: draft.photo === null ? null : { file: draft.photo, shown: photoShown ?? '' },
    attachments: draft.attachments,
    questions: draft.questions.map(({ label, options, required }) => ({
      label,
      options: options.join('\n'),
      required,
    })),
    completionPercent: said(draft.completionPercent),
    headCount: draft.headCount === (draft.category === 'outing') ? undefined : draft.headCount,
  }
}

/** Another like it: moved on by whole weeks until it lies ahead, and open at once. */
export const copyOf = (form: Form, today: Day): Form => {
  const first = form.sessions[0]?.day ?? today
  const behind = daysBetween(first, today)
  const ahead = behind < 0 ? 0 : (Math.floor(behind / 7) + 1) * 7
  const moved = (typed: Typed): Typed =>
    typed.day === '' ? typed : { ...typed, day: addDays(typed.day, ahead) }
  const sessions = form.sessions.map((session) => ({
    ...session,
    day: addDays(session.day, ahead),
  }))
  return {
    ...form,
    sessions,
    pattern: patternOf(sessions),
    opens: 'now',
    opensAt: untyped,
    closesAt: moved(form.closesAt),
    cancelUntil: moved(form.cancelUntil),
    drawAt: moved(form.drawAt),
  }
}
