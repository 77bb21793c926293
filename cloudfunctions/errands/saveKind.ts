import { errands } from '@/types/errands'
import { repeat } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { nodes } from '../residents/store'
import { kindOf } from './show'
import { errandKinds, mostKinds, type KindDoc } from './store'

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

  async run({ centre, caller, loaded: { id, kind, node }, input: { draft } }) {
    const store = errandKinds.of(centre)
    if (!kind && (await store.count({})) >= mostKinds && !(await store.get(id)))
      return fail('TooManyKinds', { most: mostKinds })
    const saved: KindDoc = {
      _id: id,
      centre,
      v: 1,
      ...draft,
      path: node.path,
      savedBy: caller.person.id,
    }
    await repeat(() => store.replace(saved))
    return kindOf(saved)
  },
})
