import { projects as contract } from '@/types/projects'
import { command } from '../kit/cloud'
import { procedure } from '../kit/procedure'
import { placesOf } from './ofMyPlace'
import { lineOf } from './show'
import { projects } from './store'

/** Projects of all places that concern the caller. */
export const list = procedure(contract, 'list', {
  async run({ centre, caller, input: { after }, at }) {
    const { documents, next } = await projects.of(centre).page({
      where: { node: command.in(placesOf(caller, at)) },
      by: ['startedAt', 'desc'],
      after,
    })
    return { items: documents.map((one) => lineOf(one, at)), next }
  },
})
