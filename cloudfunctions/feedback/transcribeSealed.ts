import { decideTranscribeSealed } from '@/domain/feedback/sealed'
import { feedback } from '@/types/feedback'
import { fail } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { contentShown, ofSealed, sealedFor, sealedWorked } from './sealedFor'
import { contentOf } from './shown'
import { mediatorOf } from './titles'

/** What a voice message in a sealed case says. */
export const transcribeSealed = procedure(feedback, 'transcribeSealed', {
  ...ofSealed,

  async run({ caller, loaded, input: { key, rev, said }, at }) {
    const known = sealedFor(loaded, caller)
    if (!(await contentOf(known)).voice) return fail('NotNow')
    const by = { ...mediatorOf(caller.person), ids: idsOf(caller.person) }
    const now = await sealedWorked(known, caller, at, (one) =>
      decideTranscribeSealed(one, by, { key, at, rev, said }),
    )
    return contentShown(now, caller, at)
  },
})
