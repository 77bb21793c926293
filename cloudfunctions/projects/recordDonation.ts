import { decideDonation } from '@/domain/projects/match'
import { projects as contract } from '@/types/projects'
import { refuseBadWords } from '../media/words'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { holds } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { personNow } from '../residents/store'
import { changeFund, fundOfProject } from './changeFund'

const { roles } = contract.procedures.recordDonation.may

/** Writes down what was given elsewhere, with what the partner adds by the rule. No money passes here. */
export const recordDonation = procedure(contract, 'recordDonation', {
  load: fundOfProject,
  place: ({ loaded: { path } }) => path,

  async run({ centre, openid, caller, loaded: fund, input, at }) {
    const { key, person, name, unit, named, fen, day, how, receiptNo } = input
    if (person === undefined && name === undefined && named) return fail('WhoNeeded')
    const giver = person === undefined ? null : found(await personNow(centre, person))
    // Of somebody of another community staff learn nothing, not even the name.
    if (giver && !holds(caller, roles, giver.facts.path, at)) return fail('NotFound')
    if (name !== undefined) await refuseBadWords(openid, [name])
    const id = hiddenId(centre, 'fl', fund._id, openid, key)
    const { entry, sums } = await changeFund(fund, id, at, (known) =>
      decideDonation(known, id, {
        ...{ fen, day, how, receiptNo, named, key, at },
        unit: giver === null && unit,
        person: giver?._id ?? null,
        name: giver?.facts.name ?? name ?? null,
        by: caller.person.id,
      }),
    )
    return { own: entry.own, matched: entry.matched, sums }
  },
})
