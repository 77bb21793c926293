import { decideOwners } from '@/domain/votes/owners'
import { votes as contract } from '@/types/votes'
import { procedure } from '../kit/procedure'
import { countOf, refuseOver, rollChanged } from './ownersRoll'
import { ownerId, ownerKey } from './store'

/** Owners as staff read them off the deeds; a unit that is there already is corrected. */
export const saveOwners = procedure(contract, 'saveOwners', {
  load: countOf,
  place: ({ loaded: { vote } }) => vote.path,

  run: ({ centre, loaded, input: { key, vote, owners }, at }) => {
    refuseOver(loaded.vote, at)
    const entered = owners.map((one) => ({
      ...one,
      id: ownerId(centre, vote, one.unit),
      owner: ownerKey(centre, vote, one.name),
    }))
    return rollChanged(loaded, (roll) => decideOwners(roll, { key, owners: entered }), at)
  },
})
