import type { Certificate } from '@/types/honours'
import { found } from '../kit/failure'
import type { Facts } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { people } from '../residents/store'
import { ledgerMark, ledgerOf } from './ledger'
import { certificates, type CertificateDoc } from './store'

/** A certificate without its lines. */
export const certificateOf = ({
  _id: id,
  kind,
  code,
  name,
  school,
  from,
  to,
  minutes,
  issuedOn,
  centreName,
}: CertificateDoc): Certificate => ({
  ...{ id, kind, code, name, school, from, to, minutes, issuedOn, centreName },
})

/** A certificate of somebody; `NotFound` when it is anybody else's. */
export const certificateFor = async (
  centre: string,
  id: string,
  subject: Facts,
): Promise<CertificateDoc> => {
  const known = found(await certificates.of(centre).get(id))
  return found(idsOf(subject).includes(known.person) ? known : null)
}

/** Whether the hours of its period are others now than when it was issued. */
export const isOutdated = async (paper: CertificateDoc): Promise<boolean> => {
  const { centre, person } = paper
  const known = await people.of(centre).get(person, { facts: true })
  const ids = known ? idsOf(known.facts) : [person]
  return ledgerMark(await ledgerOf(centre, ids, paper)) !== paper.ledger
}
