import type { Step } from '@/domain/shared/step'
import type { Claim, Hand, Serving } from './service'

/** After so many days nobody asks for a single portion of a meal: of its orders only the records are kept. */
export const foldedAfterDays = 30

/**
 * Takes the names of persons out of the orders of a service: what they ate stays, under an id that says nothing. What
 * they used of a discount goes with them.
 */
export const forgetStep = (service: Serving, persons: readonly string[], alias: string): Step => {
  const named = new Set(persons)
  const under = (id: string) => (named.has(id) ? alias : id)
  const nameOf = (id: string, name: string | null) => (named.has(id) && name ? '' : name)
  const handUnder = (hand: Hand | null): Hand | null =>
    hand && { by: under(hand.by), byName: nameOf(hand.by, hand.byName) }
  const forgotten = ({ person, name, note, cannotLeave, handed, ...claim }: Claim): Claim => {
    const theirs = person !== null && named.has(person)
    return {
      ...claim,
      person: theirs ? alias : person,
      name: theirs ? '' : name,
      note: theirs ? '' : note,
      cannotLeave: !theirs && cannotLeave,
      by: under(claim.by),
      byName: nameOf(claim.by, claim.byName),
      changedBy: handUnder(claim.changedBy),
      cancelledBy: handUnder(claim.cancelledBy),
      attempts: claim.attempts.map((one) => ({ ...one, by: under(one.by) })),
      handed: handed && {
        ...handed,
        by: under(handed.by),
        byName: nameOf(handed.by, handed.byName) ?? '',
      },
    }
  }
  const concerns = ({ person, by, changedBy, cancelledBy, handed, attempts }: Claim): boolean =>
    [
      ...[person, by, changedBy?.by, cancelledBy?.by, handed?.by],
      ...attempts.map((one) => one.by),
    ].some((id) => id && named.has(id))
  const ofThem = ({ person }: { person: string | null }) => person !== null && named.has(person)
  const claims = Object.entries(service.claims).filter(([, claim]) => concerns(claim))
  const theirs = new Set(
    claims.flatMap(([order, { person }]) => (person && named.has(person) ? [order] : [])),
  )
  return {
    guard: { equal: { seq: service.seq } },
    change: {
      set: {
        ...Object.fromEntries(
          claims.map(([order, claim]) => [`claims.${order}`, forgotten(claim)]),
        ),
        ...(service.twice.some(({ order }) => theirs.has(order)) && {
          twice: service.twice.map((one) => (theirs.has(one.order) ? { ...one, name: '' } : one)),
        }),
        ...(service.refusedScans.some(ofThem) && {
          refusedScans: service.refusedScans.map((one) =>
            ofThem(one) ? { ...one, person: alias, name: '' } : one,
          ),
        }),
      },
      inc: { seq: 1 },
      unset: persons.filter((id) => service.uses[id]).map((id) => `uses.${id}`),
    },
  }
}
