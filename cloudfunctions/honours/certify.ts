import { certificateRefusal, codeLength, paperLines, totalOf } from '@/domain/honours/certificate'
import { honours as contract } from '@/types/honours'
import { dayOf } from '@/types/shared/day'
import { centreRecordOf } from '../centre/store'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { ledgerMark, ledgerOf, linesWithWork } from './ledger'
import { certificateOf } from './papers'
import { certificateId, certificates, type CertificateDoc } from './store'

/**
 * The code is made of what stands on the paper, under a secret: asked for again, the same hours are the same paper, and
 * others are another one. It is short enough to be typed: 60 bits, and guesses are limited.
 */
export const certify = procedure(contract, 'certify', {
  async run({ centre, subject, input, at }) {
    const { kind, from, to } = input
    const school = kind === 'student' ? (input.school ?? null) : null
    const today = dayOf(at)
    const refusal = certificateRefusal({ kind, from, to, school }, today)
    if (refusal) return fail(refusal.code, refusal.data)
    const [ledger, record] = await Promise.all([
      ledgerOf(centre, idsOf(subject), { from, to }),
      centreRecordOf(centre),
    ])
    const minutes = totalOf(ledger)
    if (minutes <= 0) return fail('NoHours')
    const mark = ledgerMark(ledger)
    const { id: person, name } = subject
    const said = [person, name, kind, school ?? '', from, to, mark]
    const code = hiddenId(centre, 'z', ...said).slice(-codeLength)
    const _id = certificateId(centre, code)
    const store = certificates.of(centre)
    const known = await store.get(_id)
    if (known) return certificateOf(known)
    const paper: CertificateDoc = {
      ...{ _id, centre, v: 1, code, kind, person, name, school, from, to, minutes },
      lines: paperLines(await linesWithWork(centre, ledger)),
      ledger: mark,
      centreName: record?.name ?? '',
      issuedOn: today,
      at,
    }
    await store.insert(paper)
    return certificateOf(found(await store.get(_id)))
  },
})
