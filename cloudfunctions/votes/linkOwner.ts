import { decideLink } from '@/domain/votes/owners'
import { unfit } from '@/domain/votes/vote'
import { votes as contract } from '@/types/votes'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { personNow } from '../residents/store'
import { countOf, refuseOver, rollChanged } from './ownersRoll'

/** An owner who is a verified resident may answer on their own phone, wherever they live. */
export const linkOwner = procedure(contract, 'linkOwner', {
  load: countOf,
  place: ({ loaded: { vote } }) => vote.path,

  async run({ centre, loaded, input: { key, owner, person }, at }) {
    refuseOver(loaded.vote, at)
    const now = person === null ? null : found(await personNow(centre, person))
    const cannot = now && unfit(now.facts, true, at)
    if (cannot) return fail(cannot === 'TooYoung' ? 'TheyAreTooYoung' : 'TheyAreNotVerified')
    return rollChanged(
      loaded,
      (roll) => decideLink(roll, { key, owner, person: now?._id ?? null }),
      at,
    )
  },
})
