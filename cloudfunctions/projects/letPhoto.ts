import { projects as contract } from '@/types/projects'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { settleByEye } from '../media/checks'
import { projectForStaff } from './show'
import { projects } from './store'

/** Staff look at a picture that WeChat could not judge. */
export const letPhoto = procedure(contract, 'letPhoto', {
  load: ({ centre, input }) => projects.of(centre).get(input.project),
  place: ({ loaded }) => found(loaded).path,

  async run({ centre, caller, loaded, input: { photo, through }, at }) {
    const project = found(loaded)
    const by = caller.person.id
    if (!(await settleByEye(centre, { record: project._id, file: photo, through, by })))
      return fail('NothingToDecide')
    return projectForStaff(project, at)
  },
})
