import { votes as contract } from '@/types/votes'
import { procedure } from '../kit/procedure'
import { count } from './count'
import { ofMine, shownToMe } from './seen'
import { votes } from './store'

/** One vote, counted when it is over. */
export const get = procedure(contract, 'get', {
  load: ({ centre, input }) => votes.of(centre).get(input.vote),

  run: async ({ caller, loaded, at }) =>
    shownToMe(await count(ofMine(loaded, caller), at), caller, at),
})
