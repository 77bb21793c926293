import { maskName } from '@/domain/residents/masking'
import { volunteers, type Swap } from '@/types/volunteers'
import { staffRoles } from '@/types/shared/roles'
import type { Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { holds, nodesOf, type Facts, type Passport } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { namesOf } from '../residents/store'
import { comerOf } from './mayCome'
import { shiftFor } from './show'
import { shifts, type ShiftDoc } from './store'

const { roles: coordinators } = volunteers.procedures.answerSwap.may

/** Shifts on which somebody offered a place; one that was taken back meanwhile leaves no swap. */
export const swaps = procedure(volunteers, 'swaps', {
  async run({ centre, caller, subject, input: { after }, at }) {
    const comer = await comerOf(caller, subject)
    const nodes = nodesOf(comer, staffRoles, at)
    const coming = { swapUntil: command.gt(at) }
    const { documents, next } = await shifts.of(centre).page({
      where:
        nodes.length > 0 && !subject.volunteer
          ? nodes.map((path) => ({ ...coming, path }))
          : coming,
      by: ['swapUntil', 'asc'],
      after,
    })
    const offered = documents.flatMap((shift) =>
      offersOf(shift, subject, subject.id === caller.person.id ? caller : null, at),
    )
    const names = await namesOf(
      centre,
      offered.flatMap(({ takenBy }) => takenBy ?? []),
    )
    return {
      items: offered.map(({ shift, from, takenBy, role }): Swap => {
        const said = (name: string) => (role === 'staff' ? name : maskName(name))
        return {
          shift: shiftFor(shift, comer, at),
          from: { id: from, name: said(shift.claims[from]?.name ?? '') },
          takenBy: takenBy === null ? null : { id: takenBy, name: said(names.get(takenBy) ?? '') },
          role,
        }
      }),
      next,
    }
  },
})

interface Offered extends Pick<Swap, 'role'> {
  shift: ShiftDoc
  from: string
  takenBy: string | null
}

/**
 * The places of a shift that concern somebody: their own, what they may still take, and what waits for their word as
 * staff, which nobody says for them.
 */
const offersOf = (
  shift: ShiftDoc,
  person: Facts,
  staff: Passport | null,
  at: Instant,
): Offered[] => {
  if (shift.state !== 'open' || at >= shift.startsAt) return []
  const ids = idsOf(person)
  const answers = staff !== null && holds(staff, coordinators, shift.path, at)
  return Object.entries(shift.claims).flatMap(([from, { swap }]): Offered[] => {
    if (!swap) return []
    const takenBy = swap.takenBy?.id ?? null
    const role = ids.includes(from)
      ? 'from'
      : takenBy !== null && ids.includes(takenBy)
        ? 'taker'
        : answers
          ? 'staff'
          : 'other'
    return role === 'other' && takenBy !== null ? [] : [{ shift, from, takenBy, role }]
  })
}
