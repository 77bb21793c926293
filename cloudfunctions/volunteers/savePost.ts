import { carriedAs } from '@/domain/volunteers/carrying'
import { volunteers } from '@/types/volunteers'
import { dayOf } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { nodes } from '../residents/store'
import { refuseOthersMeal } from './canteens'
import { isOn } from './join'
import { daysOf, keptOf, makeShifts } from './postShifts'
import { postOf, shiftOf } from './show'
import { posts } from './store'

/** So many days a rule makes are looked at: a new post takes place on at least one of them. */
const looked = 60

/**
 * A new post of a node, or a change of one, which stays where it is. Its shifts follow at once, but those that people
 * said yes to: they are named, and staff decide about each.
 */
export const savePost = procedure(volunteers, 'savePost', {
  load: async ({ centre, openid, input }) => {
    const id = input.post ?? hiddenId(centre, 'vp', openid, input.key)
    const [post, node] = await Promise.all([
      posts.of(centre).get(id),
      nodes.of(centre).get(input.draft.node, { path: true }),
    ])
    return { id, post, path: found(input.post === undefined ? (post ?? node) : post).path }
  },
  place: ({ loaded }) => loaded.path,

  async run({ centre, caller, loaded, input: { key, rev, draft }, at }) {
    const { id, path } = loaded
    const store = posts.of(centre)
    await decide(async (round) => {
      const before = round === 0 ? loaded.post : await store.get(id)
      if (before?.savedBy === key) return
      if (rev !== (before?.rev ?? 0)) return fail('ChangedMeanwhile')
      if (draft.endsAt === draft.startsAt) return fail('TimesOutOfOrder')
      const carries = carriedAs(draft.kind, draft.carries)
      await refuseOthersMeal(caller, carries, before?.carries ?? null, at)
      const days = await daysOf(draft, dayOf(at), looked)
      // Whoever ends a post says until when: then it may make no day any more.
      if (days === null || (days.length === 0 && !before)) return fail('NoDates')
      const said = { ...draft, carries, node: path.at(-1) ?? draft.node, path }
      const next = { rev: rev + 1, madeBy: caller.person.id, savedBy: key, madeUntil: '' as const }
      const saved = before
        ? await store.change(id, { ...wholly(said), ...next }, { rev })
        : await store.insert({
            ...{ _id: id, centre, v: 1, ...said, ...next },
            days: [],
            handOver: null,
          })
      return saved ? undefined : again
    })
    await makeShifts(centre, id, at)
    const post = found(await store.get(id))
    const kept = await keptOf(post, at)
    return {
      post: postOf(post, at),
      kept: kept.map((shift) => shiftOf(shift, isOn(caller.person, shift))),
    }
  },
})

/** Lists are replaced, not merged. */
const wholly = (draft: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(draft).map(([field, value]) => [field, command.set(value)]))
