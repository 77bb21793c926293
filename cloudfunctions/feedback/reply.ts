import { decideReply } from '@/domain/feedback/working'
import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { dueAt } from './owner'
import { acted, ofCase } from './staffCase'

export const reply = procedure(feedback, 'reply', {
  ...ofCase,

  async run(running) {
    const { loaded, input, at } = running
    const level = loaded?.referredBy?.level ?? loaded?.level ?? 'street'
    const due = loaded?.flow ? await dueAt(loaded.flow, level, at) : null
    return acted(running, (now, by, tap, photos) =>
      decideReply(now, by, tap, { words: input.words, on: input.day, photos, due }),
    )
  },
})
