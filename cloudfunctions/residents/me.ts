import { residents } from '@/types/residents'
import { procedure } from '../kit/procedure'
import type { PassportDoc } from './store'
import { meOf, nobody } from './views'

export const me = procedure(residents, 'me', {
  run: async ({ centre, caller, at }) =>
    caller ? meOf(centre, caller as PassportDoc, at) : nobody,
})
