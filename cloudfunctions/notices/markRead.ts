import { notices } from '@/types/notices'
import { command } from '../kit/cloud'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { familyOf } from './family'
import { outbox } from './store'

export const markRead = procedure(notices, 'markRead', {
  async run({ centre, caller, input, at }) {
    if (input.notices.length === 0) return {}
    const theirs = { _id: command.in(input.notices), to: command.in(familyOf(caller)) }
    const store = outbox.of(centre)
    await store.changeAll({ ...theirs, readAt: null }, { readAt: at })
    // Whoever read it themselves need not be called any more.
    await store.changeAll(
      { ...theirs, to: command.in(idsOf(caller.person)), state: 'calling' },
      { state: 'told', channel: 'inApp' },
    )
    return {}
  },
})
