import { decideSolve } from '@/domain/feedback/working'
import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { acted, ofCase } from './staffCase'

export const solve = procedure(feedback, 'solve', {
  ...ofCase,

  run: (running) =>
    acted(running, (now, by, tap, photos) =>
      decideSolve(now, by, tap, { words: running.input.words, photos }),
    ),
})
