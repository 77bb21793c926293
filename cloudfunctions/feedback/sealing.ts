import type { CaseStep, News } from '@/domain/feedback/case'
import type { Absorbed } from '@/domain/feedback/merging'
import { sealingAt } from '@/domain/feedback/sealed'
import type { Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'
import { watchersOf } from './holders'
import { hideWords } from './stepWords'
import { authorOf, markOf, sealedContents, type CaseDoc } from './store'

interface Hidden {
  /** What the case itself becomes: nothing of what was said stays in it. */
  set: Readonly<Record<string, unknown>>
  /** Who is told that there is one. */
  news: News
}

/** Puts what was said where only a mediator reads it. May be done again, and was in vain where the case stays open. */
export const keepSealed = async (one: CaseDoc, at: Instant): Promise<Hidden> => {
  const { _id, centre, path, placeName, reporter, text, photos, voice, place, caller } = one
  await sealedContents.of(centre).replace({
    ...{ _id, centre, v: 1, case: _id },
    ...{ reporter, text, photos, voice, place, placeName, caller, about: one.about ?? '' },
  })
  const sealing = sealingAt(path)
  const person = authorOf(one)?.person ?? null
  const asked = { ...one, sealing }
  const to = await watchersOf(asked, ['mediator'], at)
  return {
    set: {
      ...{ sealed: true, sealing, owner: null, ownerName: null },
      ...{ text: '', photos: [], voice: null, reporter: null, caller: null },
      ...(caller?.phone && { callable: true }),
      ...{ toRing: false, ringBy: null },
      // Who met with the same thing is told nothing more.
      followers: person === null ? [] : [markOf(centre, person)],
      ...{ joins: {}, joined: 0 },
      ...{ path: [], around: [], place: { node: path[0] ?? '', where: '' } },
      ...{ placeName: '', gridName: '', spot: '', ...(one.about !== undefined && { about: '' }) },
    },
    news: { event: 'sealedToDo', to, note: null },
  }
}

/**
 * Turns a step of an open case into one that seals it, such as a change to the category of disputes: what was said moves
 * away, and the words of all its steps are sealed.
 */
export const sealContent = async (one: CaseDoc, step: Step, at: Instant): Promise<Step> => {
  const { set, news } = await keepSealed(one, at)
  const { push, set: decided, ...change } = step.change
  const steps = [...one.steps, ...(push?.steps === undefined ? [] : [push.steps as CaseStep])]
  return {
    guard: step.guard,
    change: {
      ...change,
      set: {
        ...decided,
        ...set,
        state: 'open',
        stage: 'active',
        steps: steps.map((each) => hideWords(one._id, each)),
        [`news.sealed-${one.rev}`]: [news],
        // What became part of it is no secret, and goes on by itself.
        ...(one.absorbed && { carries: 'apart', absorbed: withoutMarks(one.absorbed) }),
      },
    },
  }
}

const withoutMarks = (absorbed: Readonly<Record<string, Absorbed>>): Record<string, Absorbed> =>
  Object.fromEntries(Object.keys(absorbed).map((id) => [id, { marks: [], reporters: [] }]))
