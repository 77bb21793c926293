import { decideRefuse } from '@/domain/feedback/working'
import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { acted, ofCase } from './staffCase'

export const refuse = procedure(feedback, 'refuse', {
  ...ofCase,

  run: (running) => acted(running, (now, by, tap) => decideRefuse(now, by, tap, running.input)),
})
