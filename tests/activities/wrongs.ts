import { householdsOf } from '@/domain/activities/balance'
import { promotes, type Seating } from '@/domain/activities/places'
import type { Instant } from '@/types/shared/day'

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

const personsOf = ({ waiting }: Seating) => waiting.map(({ person }) => person)

const sum = (counts: Seating['households']) =>
  Object.entries(counts)
    .filter(([, n]) => n !== 0)
    .sort()

/** Everything wrong with what a step, decided at a moment, made of an activity's places; empty when all is well. */
export const wrongs = (before: Seating, after: Seating, at: Instant): string[] => {
  const claims = Object.entries(after.claims)
  const inState = (state: string) => claims.filter(([, claim]) => claim.state === state)
  const [lineBefore, line] = [personsOf(before), personsOf(after)]
  const stayed = line.filter((id) => lineBefore.includes(id))
  const cap = after.rules.householdCap ?? Infinity
  const newcomers = claims.filter(([id, { key }]) => before.claims[id]?.key !== key)
  const movedUp = inState('in')
    .filter(([id, claim]) => before.claims[id]?.state === 'waiting' && !claim.movedBy)
    .map(([id]) => id)
  const drawn = before.draw?.seed === null && after.draw?.seed !== null

  const rules: Record<string, boolean> = {
    'a count is below zero': after.left < 0 || after.heldLeft < 0 || after.entries < 0,
    'seats are not left, held or taken':
      inState('in').length + after.left + after.heldLeft !== after.seats,
    'the line is not who waits': !same(
      [...line].sort(),
      inState('waiting')
        .map(([id]) => id)
        .sort(),
    ),
    'the line lost its order':
      !drawn &&
      !same(
        line.slice(0, stayed.length),
        lineBefore.filter((id) => line.includes(id)),
      ),
    'the line grew beyond its end':
      line.length > lineBefore.length && line.length > after.rules.waitlist,
    'somebody moved up out of turn': !same(
      movedUp.sort(),
      lineBefore.slice(0, movedUp.length).sort(),
    ),
    'somebody passed the line':
      before.waiting.length > 0 &&
      newcomers.some(([, { state, pool }]) => state === 'in' && pool === 'open'),
    'somebody waits beside a free seat':
      before.left > 0 &&
      before.waiting.length === 0 &&
      newcomers.some(([, { state }]) => state === 'waiting'),
    'a seat came free beside the line':
      after.left > before.left && after.waiting.length > 0 && promotes(after.rules, at),
    'entries are not who entered': after.entries !== inState('entered').length,
    'somebody is still in a draw that was held': Boolean(after.draw?.seed) && after.entries > 0,
    'households are not who lives there': !same(
      sum(after.households),
      sum(householdsOf(Object.values(after.claims))),
    ),
    'a household took too much': Object.entries(after.households).some(
      ([household, n]) => n > cap && n > (before.households[household] ?? 0),
    ),
    'a claim is in pieces': claims.some(([, { key, name, pool }]) => !key || !name || !pool),
    'somebody was lost': Object.keys(before.claims).some(
      (id) => !after.claims[id] && after.gone[id]?.by === before.gone[id]?.by,
    ),
    'a cancelled key signed up again': newcomers.some(
      ([id, { key, turn }]) =>
        (before.gone[id]?.keys.includes(key) ?? false) || turn <= (before.gone[id]?.turn ?? 0),
    ),
  }
  return Object.keys(rules).filter((rule) => rules[rule])
}
