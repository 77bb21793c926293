import { sumsOf } from '@/domain/projects/match'
import { statementSheet } from '@/domain/projects/statement'
import { projects as contract } from '@/types/projects'
import { printouts } from '../centre/store'
import { madeFile, removedAt } from '../kit/exports'
import { found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { fundOfProject } from './changeFund'
import { publicLine } from './show'
import { allLines } from './statementLines'
import { projects } from './store'

/** The public statement as a table, as everybody may read it. */
export const exportStatement = procedure(contract, 'exportStatement', {
  load: async ({ centre, input }) => {
    const [project, fund] = await Promise.all([
      projects.of(centre).get(input.project).then(found),
      fundOfProject({ centre, input }),
    ])
    return { project, fund }
  },
  place: ({ loaded: { fund } }) => fund.path,

  run: async ({ centre, openid, loaded: { project, fund }, input: { key }, at }) => ({
    url: await madeFile(printouts.of(centre), 'printout', {
      _id: hiddenId(centre, 'px', openid, key),
      centre,
      v: 1,
      printout: statementSheet(
        { title: project.title, rule: fund.rule, sums: sumsOf(fund) },
        (await allLines(fund)).map(publicLine),
        at,
      ),
      code: null,
      file: null,
      removeAt: removedAt(at),
    }),
  }),
})
