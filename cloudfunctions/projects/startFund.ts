import { newFund } from '@/domain/projects/match'
import { projects as contract } from '@/types/projects'
import { refuseBadWords } from '../activities/badText'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { changeProject } from './changeProject'
import { projectForStaff } from './show'
import { fundId, funds, projects } from './store'

/** A fund begins with its rule, which stays as it is: whoever gives knows what is added. */
export const startFund = procedure(contract, 'startFund', {
  load: async ({ centre, input: { project } }) => {
    const [known, fund] = await Promise.all([
      projects.of(centre).get(project).then(found),
      funds.of(centre).get(fundId(centre, project)),
    ])
    return { project: known, fund }
  },
  place: ({ loaded: { project } }) => project.path,

  async run({ centre, openid, caller, loaded: { project, fund }, input: { key, rule }, at }) {
    if (project.keys.includes(key)) return projectForStaff(project, at)
    if (project.state !== 'going') return fail('NotGoingOn')
    if (rule.until < rule.from) return fail('TimeWrongWay')
    const startedBy = caller.person.id
    if (fund && fund.key !== key) return fail('FundThere')
    if (!fund) {
      await refuseBadWords(openid, [rule.partner])
      const inserted = await funds.of(centre).insert({
        _id: fundId(centre, project._id),
        centre,
        v: 1,
        ...newFund(rule),
        project: project._id,
        photos: [],
        ...{ key, startedBy },
        startedAt: at,
        owes: false,
      })
      if (!inserted) return fail('FundThere')
    }
    return projectForStaff(await changeProject(project, key, () => ({ hasFund: true })), at)
  },
})
