import { projects as contract } from '@/types/projects'
import { procedure } from '../kit/procedure'
import { fundOfProject } from './changeFund'
import { ofMyPlace } from './ofMyPlace'
import { publicLine } from './show'
import { pageOfLines } from './statementLines'

/** What was given, matched and spent, for everybody who lives there. */
export const statement = procedure(contract, 'statement', {
  load: fundOfProject,

  async run({ caller, loaded: fund, input: { after }, at }) {
    ofMyPlace(fund, caller, at)
    const { lines, next } = await pageOfLines(fund, after)
    return { items: lines.map(publicLine), next }
  },
})
