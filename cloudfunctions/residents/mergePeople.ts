import { placeOfPair } from '@/domain/residents/doubles'
import { leftBehind, merged, mergeRefusal } from '@/domain/residents/merging'
import { lookup } from '@/domain/residents/lookup'
import { residents } from '@/types/residents'
import { dayOf } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import { anywhere, procedure } from '../kit/procedure'
import { withTransaction } from '../kit/transaction'
import { endUnguarded } from '../volunteers/registration'
import { changed, copyToPassports } from './records'
import { noteDoubles } from './likelyDoubles'
import { rePoint } from './rePoint'
import { people, personNow, type PersonDoc } from './store'
import { personForStaff } from './views'

export const mergePeople = procedure(residents, 'mergePeople', {
  load: async ({ centre, input }) => {
    const [keep, merge] = await Promise.all([
      personNow(centre, input.keep).then(found),
      people.of(centre).get(input.merge).then(found),
    ])
    return { keep, merge }
  },
  place: ({ loaded: { keep, merge } }) => placeOfPair(keep.facts, merge.facts) ?? anywhere,

  run: async ({ centre, caller, at, loaded }) => {
    const into = loaded.keep._id
    const from = loaded.merge._id
    const kept = await withTransaction(async (transaction) => {
      const keep = found(await transaction.get(people, centre, into))
      const merge = found(await transaction.get(people, centre, from))
      // The same tap again: both are one already, what follows is done once more.
      if (merge.mergedInto === into) return keep
      if (merge.mergedInto !== null || merge.erasedAt !== null) return fail('NotFound')
      const refusal = mergeRefusal(keep, merge)
      if (refusal) return fail(refusal)
      const one = nextVersion(keep, merged(keep, merge, dayOf(at)))
      await transaction.change(people, into, changed(keep, one))
      await transaction.change(
        people,
        from,
        changed(merge, nextVersion(merge, leftBehind(merge, into))),
      )
      return one
    })
    await rePoint(centre, from, kept)
    await copyToPassports(centre, kept)
    await noteDoubles(centre, kept)
    await endUnguarded(centre, kept, at)
    return personForStaff(kept, caller.roles, at)
  },
})

const nextVersion = (before: PersonDoc, after: Parameters<typeof lookup>[0]): PersonDoc => ({
  ...before,
  ...after,
  ...lookup(after),
  rev: before.rev + 1,
})
