import { ringsToo } from '@/domain/feedback/ringing'
import type { Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { complete } from './complete'
import { happened } from './happened'
import { ringByOf } from './owner'
import { cases, type CaseDoc } from './store'

/** Who telephoned about what became part of a case is called when that ends, however it got there. */
export const ringCallersOf = async (
  whole: CaseDoc,
  at: Instant,
  of: Pick<CaseDoc, '_id' | 'absorbed'> = whole,
  seen: Set<string> = new Set([whole._id]),
): Promise<void> => {
  for (const id of Object.keys(of.absorbed ?? {})) {
    if (seen.has(id)) continue
    seen.add(id)
    const part = await decide(async () => {
      const known = await cases.of(whole.centre).get(id)
      const step =
        known &&
        ringsToo(known, whole, { words: endSaid(whole), ringBy: await ringByOf(known, at) }, at)
      return !step || (await happened(known, step)) ? { known, rung: step !== null } : again
    })
    if (part.rung) await complete(whole.centre, id, at)
    if (part.known) await ringCallersOf(whole, at, part.known, seen)
  }
}

/** 2026-0300 一起办的：换了灯泡 */
const endSaid = ({ number, state, steps }: CaseDoc): string =>
  `和 ${number ?? '另一件'} 一起办的，${state === 'solved' ? '办好了' : '这里办不了'}：${
    steps.filter(({ kind }) => kind === state).at(-1)?.words ?? ''
  }`
