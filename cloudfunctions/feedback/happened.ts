import { isFull, type CaseStep } from '@/domain/feedback/case'
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

/** Whether what people do fits on the time line and into the document: what ends a case always finds room. */
export const hasRoom = (one: CaseDoc, step: Step): boolean => {
  const { push, set } = (one.sealed ? withoutWords(one._id, step) : step).change
  const pushed = push?.steps as CaseStep | undefined
  const whole = { ...one, ...set, ...(pushed && { steps: [...one.steps, pushed] }) }
  const kind = pushed?.kind ?? whole.steps.at(-1)?.kind
  return kind === undefined || !isFull(one, kind, Buffer.byteLength(JSON.stringify(whole)))
}
