import { decideUnmerge } from '@/domain/feedback/merging'
import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { acted, ofCase } from './staffCase'

export const unmerge = procedure(feedback, 'unmerge', {
  ...ofCase,

  run: (running) => acted(running, decideUnmerge),
})
