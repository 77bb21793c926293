import { saveRefusal, touched } from '@/domain/volunteers/shifts'
import { volunteers } from '@/types/volunteers'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { holds } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { nodes } from '../residents/store'
import { complete } from './complete'
import { isOn } from './join'
import { newShift } from './newShift'
import { shiftOf } from './show'
import { shifts, wholeShift } from './store'

const { roles } = volunteers.procedures.saveShift.may

/** A new shift, or a change of one; who is on one that is at another time or place is told. */
export const saveShift = procedure(volunteers, 'saveShift', {
  load: async ({ centre, openid, input }) => {
    const id = input.shift ?? hiddenId(centre, 'vs', openid, input.key)
    const [shift, node] = await Promise.all([
      wholeShift(centre, id),
      nodes.of(centre).get(input.node, { path: true }),
    ])
    return { id, shift, node }
  },
  place: ({ loaded }) => found(loaded.node).path,

  async run({ centre, caller, loaded, input, at }) {
    const { id } = loaded
    const { path } = found(loaded.node)
    const { key, kind, title, placeName, startsAt, endsAt, needed } = input
    const thing = input.thing ?? loaded.shift?.thing ?? null
    const described = { kind, title, placeName, startsAt, endsAt, thing, path }
    await decide(async (round) => {
      const before = round === 0 ? loaded.shift : await wholeShift(centre, id)
      if (before?.editedBy === key) return
      if (input.shift !== undefined && !before) return fail('NotFound')
      if (before && !holds(caller, roles, before.path, at)) return fail('NotAllowed')
      const refusal = saveRefusal({ startsAt, endsAt, needed }, before, at)
      if (refusal) return fail(refusal.code, refusal.data)
      if (!before) {
        await shifts
          .of(centre)
          .insert(newShift(centre, id, { ...described, needed }, caller.person.id, key))
        return again
      }
      const moved =
        before.startsAt !== startsAt || before.endsAt !== endsAt || before.placeName !== placeName
      const taken = await take(shifts.of(centre), id, {
        guard: { equal: { seq: before.seq } },
        change: {
          set: {
            ...touched.set,
            ...described,
            needed,
            left: needed - before.people.length,
            editedBy: key,
            ...(moved && { news: { event: 'shiftPut', key } }),
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
