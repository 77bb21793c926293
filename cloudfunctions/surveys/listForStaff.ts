import { surveys as contract } from '@/types/surveys'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { nodes } from '../residents/store'
import { command } from '../kit/cloud'
import { surveysForStaff } from './show'
import { headFields, surveys } from './store'

const { roles } = contract.procedures.listForStaff.may
const stages = { draft: 'draft', open: 'published', closed: 'closed' } as const

/**
 * Surveys on the caller's nodes and on those above them: whoever works in a grid takes those of the community to its
 * doors. What is still being written is for who writes it.
 */
export const listForStaff = procedure(contract, 'listForStaff', {
  place: () => anywhere,

  async run({ centre, caller, input: { view, after }, at }) {
    const own = nodesOf(caller, roles, at)
    const known = await nodes
      .of(centre)
      .find({ where: { _id: command.in([...own]) }, limit: own.length, fields: { path: true } })
    const above = known.flatMap(({ _id, path }) => path.filter((node) => node !== _id))
    const stage = stages[view]
    const { documents, next } = await surveys.of(centre).page({
      where: [
        ...own.map((path) => ({ path, stage })),
        ...(stage === 'draft'
          ? []
          : [...new Set(above)].map((node) => ({ 'draft.target.node': node, stage }))),
      ],
      by: ['at', 'desc'],
      after,
      fields: { ...headFields, 'draft.per': true, 'draft.anonymous': true },
    })
    return { items: await surveysForStaff(centre, documents, at), next }
  },
})
