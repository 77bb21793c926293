import { paperOf } from '@/domain/honours/paper'
import { honours as contract } from '@/types/honours'
import { printouts } from '../centre/store'
import { madeFile, removedAt } from '../kit/exports'
import { hiddenId } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { certificateFor, certificateOf } from './papers'

/** As the printed lists are made, but of what is on record: nobody prints a certificate of their own words. */
export const certificateFile = procedure(contract, 'certificateFile', {
  async run({ centre, openid, subject, input: { key, certificate }, at }) {
    const paper = await certificateFor(centre, certificate, subject)
    return {
      url: await madeFile(printouts.of(centre), 'printout', {
        _id: hiddenId(centre, 'x', openid, key),
        centre,
        v: 1,
        printout: paperOf(certificateOf(paper), paper.lines),
        file: null,
        removeAt: removedAt(at),
      }),
    }
  },
})
