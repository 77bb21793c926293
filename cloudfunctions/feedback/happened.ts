import type { CaseStep } from '@/domain/feedback/case'
import type { Step } from '@/domain/shared/step'
import { take } from '../kit/step'
import { hideWords } from './stepWords'
import { cases, type CaseDoc } from './store'

/** What happens to a case, in one change; of a sealed one nobody reads the words in the database. */
export const happened = ({ _id, centre, sealed }: CaseDoc, step: Step): Promise<boolean> =>
  take(cases.of(centre), _id, sealed ? withoutWords(_id, step) : step)

const withoutWords = (id: string, { guard, change }: Step): Step => ({
  guard,
  change: {
    ...change,
    ...(change.push?.steps !== undefined && {
      push: { ...change.push, steps: hideWords(id, change.push.steps as CaseStep) },
    }),
  },
})
