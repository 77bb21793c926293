import { decideSplit } from '@/domain/feedback/splitting'
import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { acted, ofCase } from './staffCase'
import { partId } from './store'

export const split = procedure(feedback, 'split', {
  ...ofCase,

  run: (running) => {
    const { centre, input } = running
    const parts = input.parts.map((part, n) => ({ ...part, id: partId(centre, input.case, n) }))
    return acted(running, (now, by, tap) => decideSplit(now, by, tap, parts))
  },
})
