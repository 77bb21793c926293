import { touched, withKey } from '@/domain/shared/step'
import { carriedAs, sameMeal } from '@/domain/volunteers/carrying'
import { moves, saveRefusal } from '@/domain/volunteers/shifts'
import { volunteers } from '@/types/volunteers'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { nodes } from '../residents/store'
import { refuseOthersMeal } from './canteens'
import { complete } from './complete'
import { isOn } from './join'
import { keptFrom } from './mayCome'
import { newShift, type Terms } from './newShift'
import { shiftOf } from './show'
import { shifts, wholeShift } from './store'

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
      const carriedBefore = before?.carries ?? null
      const said = input.carries === undefined ? carriedBefore : input.carries
      const carries = carriedAs(kind, said)
      await refuseOthersMeal(caller, carries, carriedBefore, at)
      if (!before) {
        const made = { ...described, ...terms, carries, needed, path, thing: null }
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
            carries,
            ...(before.post !== null && !sameMeal(carries, carriedBefore) && { mealByHand: true }),
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
