import { projects as contract } from '@/types/projects'
import { colleaguesAt } from '../feedback/colleagues'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { nodes } from '../residents/store'

/** Who may answer for a project of a place, so that they can open it: the same who may be given a case there. */
export const colleagues = procedure(contract, 'colleagues', {
  load: ({ centre, input: { node } }) => nodes.of(centre).get(node, { path: true }).then(found),
  place: ({ loaded }) => loaded.path,

  run: async ({ centre, loaded: { path }, at }) => ({
    people: (await colleaguesAt(centre, path, at)).map(({ id, name, office }) => ({
      ...{ id, name, office },
    })),
  }),
})
