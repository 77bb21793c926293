import { decideNote } from '@/domain/feedback/working'
import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { acted, ofCase } from './staffCase'

export const note = procedure(feedback, 'note', {
  ...ofCase,

  run: (running) =>
    acted(running, (now, by, tap, photos) =>
      decideNote(now, by, tap, {
        ...{ words: running.input.words, inside: running.input.inside, photos },
      }),
    ),
})
