import { volunteers } from '@/types/volunteers'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { postOf } from './show'
import { posts as stored } from './store'

const { roles } = volunteers.procedures.posts.may

/** Posts of the caller's nodes, the early ones of a day first. */
export const posts = procedure(volunteers, 'posts', {
  place: () => anywhere,

  async run({ centre, caller, input: { after }, at }) {
    const { documents, next } = await stored.of(centre).page({
      where: nodesOf(caller, roles, at).map((path) => ({ path })),
      by: ['startsAt', 'asc'],
      after,
    })
    return { items: documents.map((post) => postOf(post, at)), next }
  },
})
