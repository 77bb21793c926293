import { projects as contract } from '@/types/projects'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { projectForStaff } from './show'
import { projects } from './store'

export const getForStaff = procedure(contract, 'getForStaff', {
  load: ({ centre, input }) => projects.of(centre).get(input.project),
  place: ({ loaded }) => found(loaded).path,

  run: ({ loaded, at }) => projectForStaff(found(loaded), at),
})
