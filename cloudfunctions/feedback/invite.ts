import { decideInvite } from '@/domain/feedback/working'
import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { acted, ofCase } from './staffCase'

export const invite = procedure(feedback, 'invite', {
  ...ofCase,

  run: (running) => acted(running, (now, by, tap) => decideInvite(now, by, tap, running.input)),
})
