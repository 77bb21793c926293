import { begun } from '@/domain/proposals/record'
import { standing } from '@/domain/proposals/proposal'
import { proposals as contract } from '@/types/proposals'
import { dayOf } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { fail } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { mayGuess } from '../residents/guesses'
import { nodes } from '../residents/store'
import { checkedOrHeld } from './checked'
import { beginProposal } from './follow'
import { newProposal } from './newProposal'
import { takePictures } from './pictures'
import { proposalShown } from './showProposal'
import { proposalId, proposals, settingsOf } from './store'

/** What one person writes in a day, and has running. */
const mostWritten = 2
const mostRunning = 3

/** A proposal waits for staff, who publish it as it is or say why not. */
export const writeProposal = procedure(contract, 'writeProposal', {
  load: async ({ centre, openid, input }) => {
    const [known, { settings }] = await Promise.all([
      proposals.of(centre).get(proposalId(centre, openid, input.key)),
      settingsOf(centre),
    ])
    return { known, settings }
  },

  async run({ centre, openid, caller, subject, loaded: { known, settings }, input, at }) {
    const looking = { caller, subject, at }
    if (known) return proposalShown(await beginProposal(known, at), looking)
    const { key, title, words, about, category, photos } = input
    const today = dayOf(at)
    if (subject.verifiedUntil === null || subject.verifiedUntil < today) return fail('NotVerified')
    if (words === '') return fail('WordsNeeded')
    const store = proposals.of(centre)
    const [above, running] = await Promise.all([
      nodes.of(centre).find({ where: { _id: command.in([...subject.path]) }, limit: 10 }),
      store.count({
        person: command.in(idsOf(subject)),
        state: command.in(['waiting', 'open', 'owed']),
      }),
    ])
    const node = above.find(({ kind }) => kind === about) ?? fail('HomeNeeded')
    if (running >= mostRunning) return fail('TooManyOpen', { most: mostRunning })
    const checked = await checkedOrHeld(openid, [title, words])
    if (!(await mayGuess(centre, `proposal:${subject.id}`, key, today, mostWritten)))
      return fail('TooManyToday', { most: mostWritten })
    const _id = proposalId(centre, openid, key)
    const by = caller.person.id
    const files = await takePictures({ centre, person: by, at }, _id, photos)
    const own = {
      ...{ _id, centre, at },
      ...begun({ key, at, by }, [
        { to: 'staff', event: 'proposalCare', note: '有居民写了提案，请看一看' },
      ]),
      ...standing('waiting', false, true),
      ...{ person: subject.id, personName: subject.name },
      ...{ by, byName: subject.id === by ? null : caller.person.name },
      ...{ title, words, category, wishes: [] },
      ...{ photos: files, checked, asking: files.length > 0 ? { openid, files } : null },
    }
    return proposalShown(await beginProposal(newProposal(own, node, settings), at), looking)
  },
})
