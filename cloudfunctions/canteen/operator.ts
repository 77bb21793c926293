import { canteen } from '@/types/canteen'

import { procedure, wholeCentre } from '../kit/procedure'
import { operatorIn, tariffOf } from './store'

export const operator = procedure(canteen, 'operator', {
  load: ({ centre }) => tariffOf(centre),
  place: wholeCentre,

  async run({ loaded }) {
    const known = operatorIn(loaded)
    if (!known) return { operator: null }
    const { name, licence, licencePhoto, halal, phone, merchant } = known
    return { operator: { name, licence, licencePhoto, halal, phone, merchant } }
  },
})
