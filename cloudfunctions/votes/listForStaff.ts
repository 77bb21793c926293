import { votes as contract } from '@/types/votes'
import { command } from '../kit/cloud'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { lineOf } from './show'
import { lineFields, votes } from './store'

const { roles } = contract.procedures.listForStaff.may

/** Votes of the caller's nodes, of what is below them, and those that reach down to them; what ends last first. */
export const listForStaff = procedure(contract, 'listForStaff', {
  place: () => anywhere,

  async run({ centre, caller, input: { after }, at }) {
    const { documents, next } = await votes.of(centre).page({
      where: { reach: command.in([...nodesOf(caller, roles, at)]) },
      by: ['until', 'desc'],
      after,
      fields: lineFields,
    })
    return { items: documents.map(lineOf), next }
  },
})
