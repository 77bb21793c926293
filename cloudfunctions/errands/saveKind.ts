import { withKey } from '@/domain/shared/step'
import { errands } from '@/types/errands'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { nodes } from '../residents/store'
import { kindOf } from './show'
import { errandKinds, mostKept, mostKinds } from './store'

/** Two who add at once may both pass: a menu of one more is read as well. */
const refuseTooMany = async (centre: string): Promise<void> => {
  const store = errandKinds.of(centre)
  const [offered, kept] = await Promise.all([store.count({ retired: false }), store.count({})])
  if (offered >= mostKinds || kept >= mostKept) fail('TooManyKinds', { most: mostKinds })
}

/** A new thing on the menu, or changes to one. What was ordered before stays as it was ordered. */
export const saveKind = procedure(errands, 'saveKind', {
  load: async ({ centre, openid, input }) => {
    const [kind, node] = await Promise.all([
      input.kind === undefined ? null : errandKinds.of(centre).get(input.kind).then(found),
      nodes.of(centre).get(input.draft.node, { path: true }).then(found),
    ])
    return { id: kind?._id ?? hiddenId(centre, 'ek', openid, input.key), kind, node }
  },
  // Who moves it to another node answers for both.
  place: ({ loaded: { kind, node } }) =>
    kind ? node.path.filter((one) => kind.path.includes(one)) : node.path,

  async run({ centre, caller, loaded: { id, node }, input: { key, rev, draft } }) {
    const store = errandKinds.of(centre)
    const next = { ...draft, path: node.path, savedBy: caller.person.id }
    await decide(async () => {
      const before = await store.get(id)
      if (before?.keys.includes(key)) return
      if (before && rev !== before.rev) return fail('ChangedMeanwhile')
      if (!draft.retired && before?.retired !== false) await refuseTooMany(centre)
      const keys = withKey(before?.keys, key)
      const saved = before
        ? await store.change(id, { ...next, keys, rev: before.rev + 1 }, { rev: before.rev })
        : await store.insert({ _id: id, centre, v: 1, ...next, keys, rev: 1 })
      return saved ? undefined : again
    })
    return kindOf(found(await store.get(id)))
  },
})
