import { votes as contract } from '@/types/votes'
import { procedure } from '../kit/procedure'
import { count } from './count'
import { countOf } from './ownersRoll'
import { countShown } from './show'

/** The owners with their answers, and what they come to: a draft for the signed paper. */
export const ownersCount = procedure(contract, 'ownersCount', {
  load: countOf,
  place: ({ loaded: { vote } }) => vote.path,

  run: async ({ loaded: { vote, roll }, at }) => countShown(await count(vote, at), roll, at),
})
