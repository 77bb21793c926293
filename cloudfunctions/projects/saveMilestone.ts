import { withMilestone } from '@/domain/projects/project'
import { projects as contract } from '@/types/projects'
import { refuseBadWords } from '../media/words'
import { found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { changeSteps } from './changeProject'
import { projectForStaff } from './show'
import { projects } from './store'

/** A step that is to be done by a day, or another day for it. */
export const saveMilestone = procedure(contract, 'saveMilestone', {
  load: ({ centre, input }) => projects.of(centre).get(input.project),
  place: ({ loaded }) => found(loaded).path,

  async run({ centre, openid, loaded, input: { key, milestone, name, due }, at }) {
    const project = found(loaded)
    if (!project.keys.includes(key)) await refuseBadWords(openid, [name])
    const id = milestone ?? hiddenId(centre, 'ms', project._id, key)
    return projectForStaff(
      await changeSteps(project, key, (steps) =>
        withMilestone(steps, { id, name, due }, milestone === undefined),
      ),
      at,
    )
  },
})
