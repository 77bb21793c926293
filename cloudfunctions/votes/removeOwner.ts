import { decideRemoveOwner } from '@/domain/votes/owners'
import { votes as contract } from '@/types/votes'
import { procedure } from '../kit/procedure'
import { countOf, refuseOver, rollChanged } from './ownersRoll'

/** A line that was entered by mistake. */
export const removeOwner = procedure(contract, 'removeOwner', {
  load: countOf,
  place: ({ loaded: { vote } }) => vote.path,

  run: ({ loaded, input: { key, owner }, at }) => {
    refuseOver(loaded.vote, at)
    return rollChanged(loaded, (roll) => decideRemoveOwner(roll, { key, owner }), at)
  },
})
