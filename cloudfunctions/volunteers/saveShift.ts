import { touched, withKey } from '@/domain/shared/step'
import { moves, saveRefusal } from '@/domain/volunteers/shifts'
import { dayOf, type Instant } from '@/types/shared/day'
import { volunteers } from '@/types/volunteers'
import { services } from '../canteen/store'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { holds, type Passport } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { nodes } from '../residents/store'
import { complete } from './complete'
import { isOn } from './join'
import { keptFrom } from './mayCome'
import { newShift, type Terms } from './newShift'
import { shiftOf } from './show'
import { shifts, wholeShift, type ShiftDoc } from './store'

const { roles } = volunteers.procedures.saveShift.may

/** A delivery carries a meal of its day, of a place the caller answers for: its list names doors and phones. */
const checkMeal = async (
  centre: string,
  caller: Passport,
  meal: string,
  startsAt: Instant,
  at: Instant,
) => {
  const service = await services.of(centre).get(meal, { day: true, path: true })
  if (service?.day !== dayOf(startsAt) || !holds(caller, roles, service.path, at))
    fail('NoSuchMeal')
}

/** The meal a shift carries as it was; none on another day, and only deliveries carry any. */
const mealBefore = (
  before: ShiftDoc | null,
  { kind, startsAt }: Pick<ShiftDoc, 'kind' | 'startsAt'>,
): string | null =>
  before && kind === 'delivery' && dayOf(before.startsAt) === dayOf(startsAt) ? before.thing : null

/** What else of a shift the caller said; the rest stays as it is. */
const termsOf = (input: Partial<Terms>): Partial<Terms> =>
  Object.fromEntries(
    (['skills', 'approveSwaps', 'phone', 'insurance', 'bring'] as const)
      .filter((term) => input[term] !== undefined)
      .map((term) => [term, input[term]]),
  )

/**
 * A new shift of a node, or a change of one, which stays where it is; who is on one that is at another time or place is
 * told. What a service made follows that service.
 */
export const saveShift = procedure(volunteers, 'saveShift', {
  load: async ({ centre, openid, input }) => {
    const id = input.shift ?? hiddenId(centre, 'vs', openid, input.key)
    const [shift, node] = await Promise.all([
      wholeShift(centre, id),
      input.node === undefined ? null : nodes.of(centre).get(input.node, { path: true }),
    ])
    if (input.shift !== undefined) return { id, shift, path: found(shift).path }
    return { id, shift, path: found(shift ?? node).path }
  },
  place: ({ loaded }) => loaded.path,

  async run({ centre, caller, loaded, input, at }) {
    const { id, path } = loaded
    const { key, kind, title, placeName, startsAt, endsAt, needed } = input
    const terms = termsOf(input)
    const said = kind === 'delivery' ? input.meal : null
    if (said) await checkMeal(centre, caller, said, startsAt, at)
    const described = { kind, title, placeName, startsAt, endsAt }
    await decide(async (round) => {
      const before = round === 0 ? loaded.shift : await wholeShift(centre, id)
      if (before?.edits.includes(key)) return
      if (before && input.rev !== undefined && input.rev !== before.rev)
        return fail('ChangedMeanwhile')
      const known = before && { ...before, service: before.madeBy === null }
      const refusal = saveRefusal({ ...described, needed }, known, at)
      if (refusal) return fail(refusal.code, refusal.data)
      const kept = before ? await keptFrom(before, { ...before, ...described, needed }, at) : []
      if (kept.length > 0) return fail('NotForWhoIsOnIt', { names: kept.join('、') })
      const meal = said === undefined ? mealBefore(before, described) : said
      if (!before) {
        const made = { ...described, ...terms, needed, path, thing: meal }
        await shifts.of(centre).insert(newShift(centre, id, made, caller.person.id, key))
        return again
      }
      const taken = await take(shifts.of(centre), id, {
        guard: { equal: { seq: before.seq } },
        change: {
          set: {
            ...touched.set,
            ...described,
            ...terms,
            ...(before.swapUntil > 0 && { swapUntil: startsAt }),
            ...(before.madeBy !== null && { thing: meal }),
            needed,
            left: needed - before.people.length,
            edits: withKey(before.edits, key),
            ...(moves(before, described) && { news: { event: 'shiftMoved', key } }),
          },
          inc: { ...touched.inc, rev: 1 },
        },
      })
      return taken ? undefined : again
    })
    await complete(centre, id, at)
    const shift = found(await wholeShift(centre, id))
    return shiftOf(shift, isOn(caller.person, shift))
  },
})
