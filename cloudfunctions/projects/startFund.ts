import { isSameRule, newFund } from '@/domain/projects/match'
import { projects as contract } from '@/types/projects'
import { refuseBadWords } from '../media/words'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { completeFund } from './completeFund'
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
    const { _id, path, state } = project
    const id = fundId(centre, _id)
    if (!fund) {
      if (state !== 'going') return fail('NotGoingOn')
      if (rule.until < rule.from) return fail('TimeWrongWay')
      await refuseBadWords(openid, [rule.partner])
      await funds.of(centre).insert({
        _id: id,
        centre,
        v: 1,
        ...newFund(rule),
        ...{ project: _id, path },
        photos: [],
        ...{ key, startedBy: caller.person.id },
        startedAt: at,
        owes: true,
        toLink: true,
      })
    }
    await completeFund(centre, id, at)
    const begun = found(await funds.of(centre).get(id))
    if (begun.key !== key || !isSameRule(begun.rule, rule)) return fail('FundThere')
    return projectForStaff(found(await projects.of(centre).get(_id)), at)
  },
})
