import { decideRefer } from '@/domain/feedback/working'
import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { dueAt } from './owner'
import { acted, ofCase } from './staffCase'

export const refer = procedure(feedback, 'refer', {
  ...ofCase,

  async run(running) {
    const { loaded, input, at } = running
    const due = loaded?.flow ? await dueAt(loaded.flow, 'outside', at) : null
    return acted(running, (now, by, tap) => decideRefer(now, by, tap, { words: input.words, due }))
  },
})
