import { residents } from '@/types/residents'
import { procedure } from '../kit/procedure'
import { inOrder } from './nodeOrder'
import { nodes } from './store'

/** More buildings than a community has. */
const most = 1000

/** Communities first, then all buildings of one: nobody has to know the grid between them. */
export const listPlaces = procedure(residents, 'listPlaces', {
  load: ({ centre, input: { under } }) =>
    nodes.of(centre).find({
      where: under === undefined ? { kind: 'community' } : { path: under, kind: 'building' },
      limit: most,
      fields: { kind: true, name: true },
    }),

  run: async ({ loaded }) => ({
    items: inOrder(loaded).map(({ _id, kind, name }) => ({ id: _id, kind, name })),
  }),
})
