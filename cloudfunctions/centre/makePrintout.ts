import { centre as contract } from '@/types/centre'
import { madeFile, removedAt } from '../kit/exports'
import { hiddenId } from '../kit/ids'
import { anywhere, procedure } from '../kit/procedure'
import { printouts } from './store'

/** It holds nothing but what the caller sent, who saw it on the screen: there is nothing to look up. */
export const makePrintout = procedure(contract, 'makePrintout', {
  place: () => anywhere,

  run: async ({ centre, openid, input: { key, printout }, at }) => ({
    url: await madeFile(printouts.of(centre), 'printout', {
      _id: hiddenId(centre, 'x', openid, key),
      centre,
      v: 1,
      printout,
      code: null,
      file: null,
      removeAt: removedAt(at),
    }),
  }),
})
