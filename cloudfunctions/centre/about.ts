import { centre as contract } from '@/types/centre'
import { fail } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { centreRecordOf } from './store'

export const about = procedure(contract, 'about', {
  load: ({ centre }) => centreRecordOf(centre),

  async run({ centre, loaded }) {
    const { name, about, phone, opens, closes, points } = loaded ?? fail('UnknownCentre')
    return { code: centre, name, about, phone, opens, closes, points: [...points] }
  },
})
