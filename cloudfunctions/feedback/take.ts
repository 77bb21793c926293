import { decideTake } from '@/domain/feedback/case'
import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { acted, ofCase } from './staffCase'

export const take = procedure(feedback, 'take', {
  ...ofCase,

  run: (running) => acted(running, decideTake),
})
