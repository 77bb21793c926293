import { decideSealedStep } from '@/domain/feedback/sealed'
import { feedback } from '@/types/feedback'
import { refuseBadWords } from '../media/words'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { takeUploads } from '../kit/uploads'
import { contentShown, sealedFor, ofSealed, sealedWorked } from './sealedFor'
import { mediatorOf } from './titles'

/** What the mediator did; a sentence of it may be for who sent it. Papers lie with the case, for its mediator only. */
export const sealedStep = procedure(feedback, 'sealedStep', {
  ...ofSealed,

  async run({ centre, openid, caller, loaded, input, at }) {
    const known = sealedFor(loaded, caller)
    const { key, rev, kind, record, told, followUp } = input
    const by = { ...mediatorOf(caller.person), ids: idsOf(caller.person) }
    const done = { key, at, rev, kind, record, told, followUp }
    const refusal = decideSealedStep(known, by, { ...done, papers: input.papers })
    if (refusal.outcome === 'step') {
      if (told !== '') await refuseBadWords(openid, [told])
      const files = input.papers.map((file) => ({
        ...{ file, purpose: 'casePhoto' as const, field: 'papers' },
      }))
      const copies = await takeUploads({ centre, person: caller.person.id, at }, known._id, files)
      const papers = [...copies.values()]
      const now = await sealedWorked(known, caller, at, (one) =>
        decideSealedStep(one, by, { ...done, papers }),
      )
      return contentShown(now, caller, at)
    }
    const now = await sealedWorked(known, caller, at, () => refusal)
    return contentShown(now, caller, at)
  },
})
