import { decideReversal } from '@/domain/projects/match'
import { projects as contract } from '@/types/projects'
import { refuseBadWords } from '../media/words'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { changeFund, fundOfProject } from './changeFund'
import { completeFund } from './completeFund'
import { fundLines, reversalOf } from './store'

/** Takes an entry back by another one, with a reason; nothing is ever struck out. */
export const reverse = procedure(contract, 'reverse', {
  load: fundOfProject,
  place: ({ loaded: { path } }) => path,

  async run({ centre, openid, caller, loaded: fund, input: { line, because, key }, at }) {
    const { _id, project } = fund
    const id = reversalOf(line)
    await completeFund(centre, _id, at)
    const [first, before] = await Promise.all([
      fundLines.of(centre).get(line).then(found),
      fundLines.of(centre).get(id),
    ])
    if (first.project !== project) return fail('NotFound')
    // The same tap again is answered as before; another one is told that a colleague was first.
    if (before && before.key !== key) return fail('ReversedAlready')
    if (!before) await refuseBadWords(openid, [because])
    const { _id: _line, centre: _centre, v: _v, project: _project, ...given } = first
    const { entry, sums } = await changeFund(fund, id, at, (known) =>
      decideReversal(known, id, given, { of: line, because, key, by: caller.person.id, at }),
    )
    return entry.key === key ? { sums } : fail('ReversedAlready')
  },
})
