import type { Step } from '@/domain/shared/step'
import type { CaseStep, News } from './case'

const pushed = ({ change }: Step): CaseStep | undefined => change.push?.['steps'] as CaseStep

/** What a step of staff says that residents are to read: its words, and where to meet. */
export const wordsForOthers = (step: Step): string[] => {
  const said = pushed(step)
  if (!said || said.inside) return []
  return [said.words, said.meet?.where ?? ''].filter((words) => words !== '')
}

/** Only staff get more than that there is something new. */
const toldLess = (news: News): News =>
  news.to === 'owner' || typeof news.to !== 'string' ? news : { ...news, note: null }

/**
 * The step as it is kept when WeChat could not judge its words: it happens, its followers are told, and they read the
 * words once somebody let them through. `deciders` are asked to.
 */
export const held = (step: Step, deciders: readonly string[]): Step => {
  const { set = {}, push, ...change } = step.change
  const news = Object.fromEntries(
    Object.entries(set)
      .filter(([path]) => path.startsWith('news.'))
      .map(([path, all]) => [path, (all as readonly News[]).map(toldLess)]),
  )
  const toDeciders: News = {
    event: 'caseGiven',
    to: deciders,
    note: '有几句话要看一看，能不能给居民看',
  }
  const said = pushed(step)
  return {
    guard: step.guard,
    change: {
      ...change,
      set: { ...set, ...news, [`news.doubt-${said?.at ?? 0}`]: [toDeciders] },
      push: { ...push, steps: { ...said, doubtful: true } },
    },
  }
}
