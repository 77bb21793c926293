import { haircuts } from '@/types/haircuts'
import { procedure } from '../kit/procedure'
import { familyOf, ticketsOf } from './tickets'

export const mine = procedure(haircuts, 'mine', {
  run: async ({ caller, subject, input: { forResident }, at }) => ({
    items: await ticketsOf(caller, forResident === undefined ? familyOf(caller) : [subject], at),
  }),
})
