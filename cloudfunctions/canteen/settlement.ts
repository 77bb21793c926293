import { canteen } from '@/types/canteen'
import { procedure, wholeCentre } from '../kit/procedure'
import { closingOf, settlementOf } from './settled'

export const settlement = procedure(canteen, 'settlement', {
  load: ({ centre, input }) => closingOf(centre, input.month),
  place: wholeCentre,

  run: ({ centre, loaded, input }) => settlementOf(centre, input.month, loaded),
})
