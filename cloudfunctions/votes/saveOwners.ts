import { decideOwners } from '@/domain/votes/owners'
import { votes as contract } from '@/types/votes'
import { procedure } from '../kit/procedure'
import { countOf, rollChanged } from './ownersRoll'
import { ownerId } from './store'

/** Owners as staff read them off the deeds; a unit that is there already is corrected. */
export const saveOwners = procedure(contract, 'saveOwners', {
  load: countOf,
  place: ({ loaded: { vote } }) => vote.path,

  run: ({ centre, loaded, input: { key, vote, owners }, at }) =>
    rollChanged(
      loaded,
      (roll) =>
        decideOwners(roll, {
          key,
          owners: owners.map((owner) => ({ id: ownerId(centre, vote, owner.unit), ...owner })),
        }),
      at,
    ),
})
