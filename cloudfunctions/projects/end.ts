import { projects as contract } from '@/types/projects'
import { refuseBadWords } from '../media/words'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { changeProject } from './changeProject'
import { projectForStaff } from './show'
import { projects } from './store'

/** All steps are done, or it is called off and everybody reads why. */
export const end = procedure(contract, 'end', {
  load: ({ centre, input }) => projects.of(centre).get(input.project),
  place: ({ loaded }) => found(loaded).path,

  async run({ openid, loaded, input: { key, because }, at }) {
    const project = found(loaded)
    if (because !== undefined && !project.keys.includes(key))
      await refuseBadWords(openid, [because])
    return projectForStaff(
      await changeProject(project, key, ({ state, milestones }) => {
        if (state !== 'going') return fail('NotGoingOn')
        if (because !== undefined) return { state: 'calledOff', because }
        if (milestones.some(({ done }) => done === null)) return fail('StepsLeft')
        return { state: 'done' }
      }),
      at,
    )
  },
})
