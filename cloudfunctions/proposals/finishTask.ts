import { decideFinish } from '@/domain/proposals/task'
import { proposals as contract } from '@/types/proposals'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { checkedOrHeld } from './checked'
import { changeTask } from './follow'
import { taskShown } from './showMeeting'
import { tasks } from './store'

/** Whose task it is says that it is done, and how; who reads the minutes reads it, once it was checked. */
export const finishTask = procedure(contract, 'finishTask', {
  load: ({ centre, input }) => tasks.of(centre).get(input.task),

  async run({ openid, caller, loaded, input: { key, note }, at }) {
    const known = found(loaded)
    if (!idsOf(caller.person).includes(known.owner)) return fail('NotFound')
    const held = !known.keys.includes(key) && !(await checkedOrHeld(openid, [note]))
    const by = caller.person.id
    const act = { key, at, by, done: true, note, held }
    return taskShown(await changeTask(known, (now) => decideFinish(now, act), at))
  },
})
