import { mostChecks, typedCode } from '@/domain/honours/certificate'
import { maskName } from '@/domain/residents/masking'
import { honours as contract } from '@/types/honours'
import { dayOf } from '@/types/shared/day'
import { fail } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { mayGuess } from '../residents/guesses'
import { isOutdated } from './papers'
import { certificateId, certificates } from './store'

/** Counted before it is looked at; the same code again counts once, so that a true paper can be shown around. */
export const checkCertificate = procedure(contract, 'checkCertificate', {
  async run({ centre, openid, input, at }) {
    const code = typedCode(input.code)
    const may = await mayGuess(centre, `paper:${openid}`, code, dayOf(at), mostChecks)
    if (!may) return fail('TooManyTries')
    const paper =
      (await certificates.of(centre).get(certificateId(centre, code))) ?? fail('NoSuchPaper')
    const { name, kind, school, from, to, minutes, issuedOn, centreName } = paper
    return {
      name: name === '' ? '' : maskName(name),
      ...{ kind, school, from, to, minutes, issuedOn, centreName },
      outdated: await isOutdated(paper),
    }
  },
})
