import { mostHouseholds } from '@/domain/votes/vote'
import { votes as contract } from '@/types/votes'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { nodes } from '../residents/store'
import { householdsBelow } from './households'

/** How many households a vote would have. */
export const preview = procedure(contract, 'preview', {
  load: ({ centre, input: { node } }) => nodes.of(centre).get(node, { path: true }).then(found),
  place: ({ loaded }) => loaded.path,

  async run({ centre, input: { node }, at }) {
    const households = [...(await householdsBelow(centre, node, at)).values()]
    if (households.length > mostHouseholds)
      return fail('TooManyHouseholds', { most: mostHouseholds })
    return {
      households: households.length,
      withVoter: households.filter(({ withVoter }) => withVoter).length,
    }
  },
})
