import { honours as contract } from '@/types/honours'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { certificateOf } from './papers'
import { certificates } from './store'

export const myCertificates = procedure(contract, 'myCertificates', {
  async run({ centre, subject, input: { after } }) {
    const { documents, next } = await certificates.of(centre).page({
      where: idsOf(subject).map((person) => ({ person })),
      by: ['at', 'desc'],
      after,
      fields: {
        ...{ code: true, kind: true, name: true, school: true, from: true, to: true },
        ...{ minutes: true, issuedOn: true, centreName: true, at: true },
      },
    })
    return { items: documents.map(certificateOf), next }
  },
})
