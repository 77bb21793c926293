import { votes as contract } from '@/types/votes'
import { command } from '../kit/cloud'
import { procedure } from '../kit/procedure'
import { audiencesOf } from './seen'
import { lineOf } from './show'
import { lineFields, votes } from './store'

/** Votes of all places above the caller's home, and those in which they are asked as an owner. */
export const list = procedure(contract, 'list', {
  async run({ centre, caller, input: { after } }) {
    const { documents, next } = await votes.of(centre).page({
      where: { audience: command.in(audiencesOf(caller.person)) },
      by: ['until', 'desc'],
      after,
      fields: lineFields,
    })
    return { items: documents.map(lineOf), next }
  },
})
