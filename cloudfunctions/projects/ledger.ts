import { projects as contract } from '@/types/projects'
import { procedure } from '../kit/procedure'
import { fundOfProject } from './changeFund'
import { linesForStaff } from './show'
import { pageOfLines } from './statementLines'

export const ledger = procedure(contract, 'ledger', {
  load: fundOfProject,
  place: ({ loaded: { path } }) => path,

  async run({ loaded: fund, input: { after } }) {
    const { lines, next } = await pageOfLines(fund, after)
    return { items: await linesForStaff(fund, lines), next }
  },
})
