import { decideFinish } from '@/domain/proposals/task'
import { proposals as contract } from '@/types/proposals'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { refuseBadWords } from '../media/words'
import { changeTask } from './follow'
import { taskShown } from './showMeeting'
import { tasks } from './store'

/** Staff put down that a task is done, or that it will not be, and why; or let everybody read what its owner wrote. */
export const settleTask = procedure(contract, 'settleTask', {
  load: ({ centre, input }) => tasks.of(centre).get(input.task),
  place: ({ loaded }) => found(loaded).path,
  concerns: ({ loaded }) => found(loaded).owner,

  async run({ openid, caller, loaded, input: { key, done, note }, at }) {
    const known = found(loaded)
    if (!known.keys.includes(key)) await refuseBadWords(openid, [note])
    const by = caller.person.id
    const act = { key, at, by, done, note, held: false }
    return taskShown(await changeTask(known, (now) => decideFinish(now, act), at))
  },
})
