import { errands } from '@/types/errands'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { kindOf } from './show'
import { allKinds } from './store'

const { roles } = errands.procedures.kindsForStaff.may

/** The menu of the caller's nodes, also what is not offered any more. */
export const kindsForStaff = procedure(errands, 'kindsForStaff', {
  load: ({ centre }) => allKinds(centre),
  place: () => anywhere,

  async run({ caller, loaded, at }) {
    const nodes = nodesOf(caller, roles, at)
    return {
      kinds: loaded.filter(({ path }) => path.some((node) => nodes.includes(node))).map(kindOf),
    }
  },
})
