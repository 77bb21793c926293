import { canteen } from '@/types/canteen'
import { madeFile, removedAt } from '../kit/exports'
import { hiddenId } from '../kit/ids'
import { procedure, wholeCentre } from '../kit/procedure'
import { settlementFiles } from './store'

export const exportSettlement = procedure(canteen, 'exportSettlement', {
  place: wholeCentre,

  run: async ({ centre, openid, input: { key, month }, at }) => ({
    url: await madeFile(settlementFiles.of(centre), 'settlement', {
      _id: hiddenId(centre, 'x', openid, key),
      centre,
      v: 1,
      month,
      file: null,
      removeAt: removedAt(at),
    }),
  }),
})
