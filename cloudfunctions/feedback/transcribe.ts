import { decideTranscribe } from '@/domain/feedback/working'
import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { acted, ofCase } from './staffCase'

export const transcribe = procedure(feedback, 'transcribe', {
  ...ofCase,

  run: (running) =>
    acted(running, (now, by, tap) => decideTranscribe(now, by, tap, running.input.said)),
})
