import { lateFrom } from '@/domain/projects/project'
import { projects as contract } from '@/types/projects'
import { refuseBadWords } from '../media/words'
import { colleaguesAt } from '../feedback/colleagues'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { refuseApart, refuseForeign } from '../proposals/linkable'
import { nodes, personNow } from '../residents/store'
import { votes } from '../votes/store'
import { changeProject } from './changeProject'
import { linkProposal } from './linkProposal'
import { projectForStaff } from './show'
import { projects, type ProjectDoc } from './store'

/** A new project, or changes to what is said of one. */
export const save = procedure(contract, 'save', {
  load: async ({ centre, openid, input: { key, project, draft } }) => {
    const _id = project ?? hiddenId(centre, 'pj', openid, key)
    const [node, known] = await Promise.all([
      nodes.of(centre).get(draft.node).then(found),
      projects.of(centre).get(_id),
    ])
    if (project !== undefined) found(known)
    return { _id, node, known }
  },
  // Who moves it to another node answers for both.
  place: ({ loaded: { node, known } }) =>
    known ? node.path.filter((one) => known.path.includes(one)) : node.path,

  async run({ centre, openid, caller, loaded: { _id, node, known }, input, at }) {
    const { key, rev, draft } = input
    if (known?.keys.includes(key)) {
      await linkProposal(centre, _id)
      return projectForStaff(known, at)
    }
    if (known && known.rev !== rev) return fail('ChangedMeanwhile')
    if (known && known.state !== 'going') return fail('NotGoingOn')
    const { title, words } = draft
    if (!known) await refuseForeign(centre, draft.proposal, node.path)
    if (!known && draft.vote !== undefined)
      refuseApart(found(await votes.of(centre).get(draft.vote, { path: true })).path, node.path)
    const owner = found(await personNow(centre, draft.owner))._id
    const colleagues = await colleaguesAt(centre, node.path, at)
    if (!colleagues.some(({ ids }) => ids.includes(owner))) return fail('OwnerCannotOpen')
    await refuseBadWords(openid, [title, words])
    const said = {
      ...{ title, words },
      owner,
      node: node._id,
      nodeName: node.label,
      path: node.path,
      // What it came from stays as it was when it began.
      proposal: known ? known.proposal : (draft.proposal ?? null),
      vote: known ? known.vote : (draft.vote ?? null),
    }
    if (known)
      return projectForStaff(
        await changeProject(known, key, (now) =>
          now.rev === rev ? said : fail('ChangedMeanwhile'),
        ),
        at,
      )
    const fresh: ProjectDoc = {
      _id,
      centre,
      v: 1,
      ...said,
      state: 'going',
      milestones: [],
      told: [],
      because: null,
      startedAt: at,
      startedBy: caller.person.id,
      hasFund: false,
      lateFrom: lateFrom({ state: 'going', milestones: [] }),
      photos: [],
      ...{ toCheck: false, sender: '' },
      toLink: said.proposal !== null,
      rev: 1,
      keys: [key],
    }
    await projects.of(centre).insert(fresh)
    await linkProposal(centre, _id)
    return projectForStaff(found(await projects.of(centre).get(_id)), at)
  },
})
