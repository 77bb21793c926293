import { sameMeal } from '@/domain/volunteers/carrying'
import { volunteers, type Carried } from '@/types/volunteers'
import type { Instant } from '@/types/shared/day'
import { fail } from '../kit/failure'
import { holds, type Passport } from '../kit/passport'
import { nodes } from '../residents/store'

const { roles } = volunteers.procedures.saveShift.may

/** Refuses to name a meal of a canteen the caller does not answer for: its list names doors and phones. */
export const refuseOthersMeal = async (
  caller: Passport,
  next: Carried | null,
  before: Carried | null,
  at: Instant,
): Promise<void> => {
  if (next === null || sameMeal(next, before)) return
  const canteen = await nodes.of(caller.centre).get(next.node, { path: true })
  if (!canteen || !holds(caller, roles, canteen.path, at)) fail('NotYourCanteen')
}
