import { exportRefusal, mostRecords } from '@/domain/honours/certificate'
import { honours as contract } from '@/types/honours'
import { fail } from '../kit/failure'
import { madeFile, removedAt } from '../kit/exports'
import { hiddenId } from '../kit/ids'
import { procedure, wholeCentre } from '../kit/procedure'
import { linesIn } from './ledger'
import { recordFiles } from './store'

export const exportRecords = procedure(contract, 'exportRecords', {
  place: wholeCentre,

  async run({ centre, openid, input: { key, from, to }, at }) {
    const refusal = exportRefusal({ from, to })
    if (refusal) return fail(refusal.code, refusal.data)
    if ((await linesIn(centre, { from, to })) > mostRecords)
      return fail('TooManyRecords', { most: mostRecords })
    return {
      url: await madeFile(recordFiles.of(centre), 'volunteerRecords', {
        ...{ _id: hiddenId(centre, 'x', openid, key), centre, v: 1, from, to },
        file: null,
        removeAt: removedAt(at),
      }),
    }
  },
})
