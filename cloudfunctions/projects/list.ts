import { projects as contract } from '@/types/projects'
import { command } from '../kit/cloud'
import { procedure } from '../kit/procedure'
import { lineOf } from './show'
import { projects } from './store'

/** Projects of all places above the caller's home. */
export const list = procedure(contract, 'list', {
  async run({ centre, caller, input: { after }, at }) {
    const { documents, next } = await projects.of(centre).page({
      where: { node: command.in([...caller.person.path]) },
      by: ['startedAt', 'desc'],
      after,
    })
    return { items: documents.map((one) => lineOf(one, at)), next }
  },
})
