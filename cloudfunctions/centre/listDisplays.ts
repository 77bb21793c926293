import { centre as contract } from '@/types/centre'
import { displays } from '../kit/display'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'

const { roles } = contract.procedures.listDisplays.may

/** The newest of the caller's nodes; more screens than this no centre has. */
const most = 100

export const listDisplays = procedure(contract, 'listDisplays', {
  place: () => anywhere,

  async run({ centre, caller, at }) {
    const nodes = nodesOf(caller, roles, at)
    const { documents } = await displays.of(centre).page({
      where: nodes.map((node) => ({ revokedAt: null, path: node })),
      by: ['issuedAt', 'desc'],
      limit: most,
    })
    return {
      items: documents.map(({ _id, shows, title, issuedAt }) => ({
        id: _id,
        shows,
        title,
        issuedAt,
      })),
    }
  },
})
