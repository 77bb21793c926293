import { volunteers } from '@/types/volunteers'
import { procedure } from '../kit/procedure'
import { levelsOf } from './store'

export const levels = procedure(volunteers, 'levels', {
  run: ({ centre }) => levelsOf(centre),
})
