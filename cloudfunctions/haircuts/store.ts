import type { PlannedDate } from '@/domain/haircuts/dates'
import type { Session } from '@/domain/haircuts/session'
import type { HaircutRule, HomeVisit } from '@/types/haircuts'
import type { Day, Instant } from '@/types/shared/day'
import { collection, type Projection, type Stored } from '../kit/collection'
import { idOf } from '../kit/ids'

/** How the haircuts of a centre recur. There is one. */
export interface RuleDoc extends Stored {
  rule: HaircutRule
  path: readonly string[]
  rev: number
  /** The day this recurrence began: every other week is counted from it. */
  since: Day
  /** The next dates as the rule makes them; made anew each day. */
  dates: readonly PlannedDate[]
  /** The key of the last change, and how many were told of it. */
  savedBy: string
  told: number
  /** Open sessions do not all follow the rule yet: the sweep sees to it. */
  owes: boolean
}

/** A session: its places, numbers and people, and what it is shown by. Lists load it without the claims. */
export interface SessionDoc extends Stored, Session {
  path: readonly string[]
  placeName: string
  /** The day the rule made: the session's name, wherever it is moved. */
  usual: Day
  /** Somebody is still to be told, or to have a number kept: the sweep does it. */
  owes: boolean
  /** The day for which everybody was reminded; another when it was moved since, null before. */
  remindedFor: Day | null
  /** The names in it are gone: it has been kept long enough. */
  forgotten: boolean
}

/** A haircut at home. */
export interface VisitDoc extends Stored {
  /** The person's first visit is 1; the next is one more than the last that is still kept. */
  turn: number
  person: string
  personName: string
  homeName: string | null
  path: readonly string[]
  note: string
  state: HomeVisit['state']
  on: Day | null
  barbers: readonly string[]
  /** Who was to come before the last plan, and is not any more. */
  replaced: readonly string[]
  /** The day for which everybody was reminded; null before. */
  remindedFor: Day | null
  /** Who asked, when it was somebody else. */
  by: string
  byName: string | null
  /** Keys of the last acts on it. */
  keys: readonly string[]
  at: Instant
}

export const haircutRules = collection<RuleDoc>('haircut_rules')
export const haircutSessions = collection<SessionDoc>('haircut_sessions')
export const haircutVisits = collection<VisitDoc>('haircut_visits')

export const ruleId = (centre: string): string => idOf(centre, 'hr')

export const sessionId = (centre: string, usual: Day): string => idOf(centre, 'hs', usual)

/** The shift of a session's barbers. */
export const shiftId = (centre: string, session: string): string => idOf(centre, 'vs', session)

export const ticketId = (centre: string, session: string, who: string): string =>
  idOf(centre, 'ht', session, who)

/** Whose ticket it is, in a session that was read whole; null when it is none of it. */
export const whoHolds = ({ _id, centre, claims }: SessionDoc, ticket: string): string | null =>
  Object.keys(claims).find((who) => ticketId(centre, _id, who) === ticket) ?? null

/** The rule in force, or null before the first. */
export const ruleOf = (centre: string): Promise<RuleDoc | null> =>
  haircutRules.of(centre).get(ruleId(centre))

/** What a list needs of a session, and of some persons in it: everything but the claims of others. */
export const sessionFields = (...persons: string[]): Projection => ({
  centre: true,
  path: true,
  placeName: true,
  usual: true,
  rev: true,
  seq: true,
  state: true,
  because: true,
  day: true,
  startsAt: true,
  endsAt: true,
  opensAt: true,
  terms: true,
  barbers: true,
  slots: true,
  waiting: true,
  ...Object.fromEntries(
    persons.flatMap((person) => [
      [`claims.${person}`, true],
      [`gone.${person}`, true],
    ]),
  ),
})

/** A projection leaves out `claims` and `gone` where nobody asked for has any. */
export const whole = (document: SessionDoc): SessionDoc => ({
  ...document,
  claims: document.claims ?? {},
  gone: document.gone ?? {},
})

/** All of a session, with everybody in it. */
export const wholeSession = async (centre: string, session: string): Promise<SessionDoc | null> => {
  const document = await haircutSessions.of(centre).get(session)
  return document && whole(document)
}

/** A session as far as some persons are concerned. */
export const sessionFor = async (
  centre: string,
  session: string,
  ...persons: string[]
): Promise<SessionDoc | null> => {
  const document = await haircutSessions.of(centre).get(session, sessionFields(...persons))
  return document && whole(document)
}
