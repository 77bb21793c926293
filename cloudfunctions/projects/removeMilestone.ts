import { withoutMilestone } from '@/domain/projects/project'
import { projects as contract } from '@/types/projects'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { changeSteps } from './changeProject'
import { projectForStaff } from './show'
import { projects } from './store'

/** A step that is not needed after all. */
export const removeMilestone = procedure(contract, 'removeMilestone', {
  load: ({ centre, input }) => projects.of(centre).get(input.project),
  place: ({ loaded }) => found(loaded).path,

  run: async ({ loaded, input: { key, milestone }, at }) =>
    projectForStaff(
      await changeSteps(found(loaded), key, (steps) => withoutMilestone(steps, milestone)),
      at,
    ),
})
