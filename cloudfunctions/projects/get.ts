import { projects as contract } from '@/types/projects'
import { procedure } from '../kit/procedure'
import { ofMyPlace } from './ofMyPlace'
import { projectShown } from './show'
import { projects } from './store'

export const get = procedure(contract, 'get', {
  load: ({ centre, input }) => projects.of(centre).get(input.project),

  run: ({ caller, loaded, at }) => projectShown(ofMyPlace(loaded, caller, at), at),
})
