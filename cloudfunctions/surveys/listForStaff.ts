import { surveys as contract } from '@/types/surveys'
import { command } from '../kit/cloud'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { surveyForStaff } from './show'
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
    const { documents, next } = await surveys.of(centre).page({
      where: { reach: command.in([...nodesOf(caller, roles, at)]), stage: stages[view] },
      by: ['at', 'desc'],
      after,
      fields: { ...headFields, 'draft.per': true, 'draft.anonymous': true },
    })
    return { items: documents.map((survey) => surveyForStaff(survey, at)), next }
  },
})
