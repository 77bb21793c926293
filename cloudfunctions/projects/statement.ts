import { projects as contract } from '@/types/projects'
import { procedure } from '../kit/procedure'
import { fundedOf } from './changeFund'
import { ofMyPlace } from './ofMyPlace'
import { publicLine } from './show'
import { pageOfLines } from './statementLines'

/** What was given, matched and spent, for everybody who lives there. */
export const statement = procedure(contract, 'statement', {
  load: fundedOf,

  async run({ caller, loaded: { project, fund }, input: { after } }) {
    ofMyPlace(project, caller)
    const { lines, next } = await pageOfLines(fund, after)
    return { items: lines.map(publicLine), next }
  },
})
