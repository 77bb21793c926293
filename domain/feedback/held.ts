import type { Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'
import { happens, type Case, type News } from './case'

const asked = '请先看一看说的话，再往下办'

/** WeChat could not judge its words: who may say whether it goes on is asked to. */
export const heldNews = (deciders: readonly string[]): News => ({
  event: 'caseGiven',
  to: deciders,
  note: asked,
})

/** Nobody looked at it in time: the street hears of it too, once. */
export const decideHeldLate = (one: Case, street: readonly string[], at: Instant): Step =>
  happens(one, {
    key: `held-${one.rev}`,
    step: { at, kind: 'late', by: null, who: '', words: '', level: one.level },
    set: { lateTold: true },
    news: [
      { event: 'caseLate', to: street, note: asked },
      { event: 'caseMoved', to: 'followers', note: null },
    ],
  })
