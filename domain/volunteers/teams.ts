import type { Refusal } from '@/domain/shared/refusal'
import type { Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'

/** The scarce thing: who is in a team. most = left + those in it. */
export interface Team {
  /** Raised by every edit. */
  rev: number
  /** Takes in more people. */
  open: boolean
  most: number
  left: number
  leader: string | null
  claims: Readonly<Record<string, { key: string; at: Instant }>>
  /** The last taps of who left: a late duplicate of one changes nothing. */
  gone: Readonly<Record<string, { keys: readonly string[] }>>
  /** The keys of `claims`, to find a person's teams by. */
  people: readonly string[]
}

type Decision = { outcome: 'refused'; refusal: Refusal } | { outcome: 'same' | 'step'; step: Step }

const keysKept = 6
const nothing: Step = { guard: {}, change: {} }
const refused = (code: string, data?: Refusal['data']): Decision => ({
  outcome: 'refused',
  refusal: { code, ...(data && { data }) },
})

interface Tap {
  key: string
  person: string
  at: Instant
}

/** Whether `gone` still says the same of a person. */
const asGone = ({ gone }: Team, person: string): Step['guard'] => {
  const last = gone[person]?.keys.at(-1)
  return last === undefined
    ? { missing: [`gone.${person}`] }
    : { equal: { [`gone.${person}.keys.${gone[person]!.keys.length - 1}`]: last } }
}

/** Decides whether somebody gets into a team. */
export const decideIn = (team: Team, { key, person, at }: Tap): Decision => {
  if (team.claims[person] || team.gone[person]?.keys.includes(key))
    return { outcome: 'same', step: nothing }
  if (!team.open) return refused('TeamClosed')
  if (team.left <= 0) return refused('TeamFull')
  const { equal, missing = [] } = asGone(team, person)
  return {
    outcome: 'step',
    step: {
      guard: {
        equal: { open: true, ...equal },
        missing: [`claims.${person}`, ...missing],
        above: { left: 0 },
      },
      change: {
        set: { [`claims.${person}`]: { key, at } },
        inc: { left: -1 },
        push: { people: person },
      },
    },
  }
}

/** Takes somebody out of a team; whoever led it leads it no more. */
export const decideOut = (team: Team, { key, person }: Omit<Tap, 'at'>): Decision => {
  const claim = team.claims[person]
  if (!claim || team.gone[person]?.keys.includes(key)) return { outcome: 'same', step: nothing }
  const keys = [...(team.gone[person]?.keys ?? []), claim.key, key].slice(-keysKept)
  return {
    outcome: 'step',
    step: {
      guard: { equal: { [`claims.${person}.key`]: claim.key, leader: team.leader } },
      change: {
        unset: [`claims.${person}`],
        set: {
          [`gone.${person}`]: { keys },
          ...(team.leader === person && { leader: null }),
        },
        inc: { left: 1 },
        pull: { people: person },
      },
    },
  }
}

interface TeamEdit {
  name: string
  about: string
  most: number
  open: boolean
  leader: string | null
}

/**
 * Decides an edit, the last of the taps `edits`: who leads it is in it and known to be of age (`minor` false; null when
 * nobody knows), and nobody who is in it loses their place.
 */
export const decideEdit = (
  team: Team,
  edit: TeamEdit,
  minor: boolean | null,
  edits: readonly string[],
): Decision => {
  const { most, leader } = edit
  if (leader !== null && !team.claims[leader]) return refused('NotInTeam')
  if (leader !== null && minor !== false) return refused(minor ? 'AdultsOnly' : 'LeaderAgeUnknown')
  const more = most - team.most
  if (team.left + more < 0) return refused('MoreAreInIt', { members: team.most - team.left })
  return {
    outcome: 'step',
    step: {
      guard: {
        equal: { rev: team.rev, most: team.most },
        ...(leader !== null && { present: [`claims.${leader}`] }),
        above: { left: -more - 1 },
      },
      change: {
        set: { ...edit, edits },
        inc: { rev: 1, ...(more !== 0 && { left: more }) },
      },
    },
  }
}
