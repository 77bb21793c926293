import { volunteers } from '@/types/volunteers'
import { procedure } from '../kit/procedure'
import { stepsOf } from './store'

export const levels = procedure(volunteers, 'levels', {
  run: async ({ centre }) => ({ steps: [...(await stepsOf(centre))] }),
})
