import { notices } from '@/types/notices'
import { command } from '../kit/cloud'
import { procedure } from '../kit/procedure'
import { familyOf } from './family'
import { outbox } from './store'

export const markRead = procedure(notices, 'markRead', {
  async run({ centre, caller, input, at }) {
    if (input.notices.length === 0) return {}
    await outbox
      .of(centre)
      .changeAll(
        { _id: command.in(input.notices), to: command.in(familyOf(caller)), readAt: null },
        { readAt: at },
      )
    return {}
  },
})
