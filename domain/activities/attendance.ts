import type { Instant } from '@/types/shared/day'

/** Somebody at a session, as it was seen; `absent` when a tick was taken back or a scan was not confirmed. */
export interface Seen {
  state: 'present' | 'toConfirm' | 'flagged' | 'absent'
  /** When it was so. */
  scannedAt: Instant
}

/**
 * Whether what was seen now takes the place of what is on record: presence beats doubt, and somebody called absent is
 * present again when seen after that.
 */
export const outweighs = (seen: Seen, known: Seen): boolean => {
  switch (known.state) {
    case 'present':
      return false
    case 'absent':
      return seen.scannedAt > known.scannedAt
    case 'toConfirm':
    case 'flagged':
      return seen.state === 'present'
    default:
      return known.state satisfies never
  }
}

export interface Attended {
  person: string
  session: number
  state: Seen['state']
}

/** Who was present at which sessions: person → numbers of the sessions. */
export const presence = (attendances: readonly Attended[]): Map<string, Set<number>> => {
  const sessions = new Map<string, Set<number>>()
  for (const { person, session, state } of attendances)
    if (state === 'present') sessions.set(person, (sessions.get(person) ?? new Set()).add(session))
  return sessions
}

/** What is on record of whom at which session, under `<person> <session>`; who was called absent is not. */
export const standing = (
  attendances: readonly Attended[],
): Map<string, Exclude<Seen['state'], 'absent'>> => {
  const states = new Map<string, Exclude<Seen['state'], 'absent'>>()
  for (const { person, session, state } of attendances)
    if (state !== 'absent') states.set(`${person} ${session}`, state)
  return states
}

/** Sessions that must be attended to complete a series. */
export const sessionsNeeded = (percent: number, sessions: number): number =>
  Math.ceil((percent * sessions) / 100)

export interface CheckIn {
  activity: string
  session: number
  person: string
}

/**
 * 场次, 人次 and 人数 of check-ins: sessions with at least one, check-ins, and distinct people. Fed in any number of
 * parts, each check-in once.
 */
export class AttendanceCount {
  readonly #sessions = new Set<string>()
  readonly #people = new Set<string>()
  #checkIns = 0

  add({ activity, session, person }: CheckIn): void {
    this.#sessions.add(`${activity} ${session}`)
    this.#people.add(person)
    this.#checkIns++
  }

  get total(): { sessions: number; checkIns: number; people: number } {
    return {
      sessions: this.#sessions.size,
      checkIns: this.#checkIns,
      people: this.#people.size,
    }
  }
}

/** The longest period a report covers: a year with its leap day. */
export const longestPeriodDays = 366
