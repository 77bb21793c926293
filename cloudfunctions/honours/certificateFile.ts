import { paperOf } from '@/domain/honours/paper'
import { honours as contract } from '@/types/honours'
import { scene } from '@/types/shared/links'
import { printouts } from '../centre/store'
import { cloud } from '../kit/cloud'
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
        code: await codeOf(centre, paper.code),
        file: null,
        removeAt: removedAt(at),
      }),
    }
  },
})

/** Pixels of the code's side: 3 cm on paper at 300 dots an inch. */
const codeWidth = 430

/** The mini-program code that leads whoever scans the paper to its check. */
const codeOf = async (centre: string, code: string): Promise<string> => {
  const { buffer } = await cloud.openapi.wxacode.getUnlimited({
    scene: scene({ to: 'certificate', centre, code }),
    page: 'pages/scan/index',
    // The code may be made before the version that has the page is released.
    checkPath: false,
    width: codeWidth,
  })
  return buffer.toString('base64')
}
