import { honours as contract } from '@/types/honours'
import { procedure } from '../kit/procedure'
import { certificateFor, certificateOf, isOutdated } from './papers'

export const certificate = procedure(contract, 'certificate', {
  async run({ centre, subject, input }) {
    const paper = await certificateFor(centre, input.certificate, subject)
    return {
      ...certificateOf(paper),
      lines: [...paper.lines],
      outdated: await isOutdated(paper),
    }
  },
})
