import { haircuts } from '@/types/haircuts'
import { procedure } from '../kit/procedure'
import { ticketsOf } from './tickets'

export const mine = procedure(haircuts, 'mine', {
  run: async ({ caller, at }) => ({ items: await ticketsOf(caller, at) }),
})
