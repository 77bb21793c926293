import { decideAskBack } from '@/domain/feedback/working'
import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { isReachable } from './shown'
import { acted, ofCase } from './staffCase'

export const askBack = procedure(feedback, 'askBack', {
  ...ofCase,

  run: (running) =>
    acted(running, (now, by, tap) =>
      decideAskBack(now, by, tap, { words: running.input.words, reachable: isReachable(now) }),
    ),
})
