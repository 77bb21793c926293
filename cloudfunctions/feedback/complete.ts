import { nextDeadline } from '@/domain/feedback/deadline'
import { lapseDue, lapsesAt } from '@/domain/feedback/reporter'
import { nextRing, ringDue } from '@/domain/feedback/ringing'
import type { Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { take } from '../kit/step'
import { askAbout } from '../media/checks'
import { tellAtOnce } from '../notices/outbox'
import { nextTelling, openingDue } from '@/domain/feedback/identity'
import { noteForFigures } from './caseEvents'
import { filesIn } from './files'
import { ringCallersOf } from './callers'
import { carry } from './carry'
import { deadlineStep } from './deadlines'
import { happened } from './happened'
import { keepOffBoard } from './offBoard'
import { receive } from './receive'
import { isSealed, sealedDue, sealedNextAt } from './sealedDue'
import { contentOf } from './shown'
import { authorOf, cases, type CaseDoc } from './store'
import { tellingsOf } from './told'

/**
 * Does all that is due of a case by itself: receives it, asks WeChat about its pictures, tells who is concerned. Safe to
 * repeat and to cut off: what is owed is struck off only when it is done and nothing changed meanwhile.
 */
export const complete = (centre: string, one: string, at: Instant): Promise<void> =>
  decide(async () => {
    for (;;) {
      const known = await cases.of(centre).get(one)
      if (!known || known.nextAt === null || known.nextAt > at) return
      if (known.state !== 'received') {
        const step = await ofItself(known, at)
        if (step) {
          if (!(await happened(known, step))) return again
          continue
        }
        await carry(known, at)
        await askAboutFiles(known)
        await noteForFigures(known)
        if (known.reopened > 0) await keepOffBoard(known)
        await ringCallersOf(known, at)
        await tellAtOnce(centre, await tellingsOf(known, at))
        return (await strikeOff(known)) ? undefined : again
      }
      if (!(await receive(known, at))) return again
    }
  })

const askAboutFiles = async (one: CaseDoc): Promise<void> => {
  const files = filesIn(await contentOf(one))
  // Where nobody is left whom WeChat knows, it takes no question, and staff look.
  const openid = authorOf(one)?.openid ?? ''
  await askAbout(one.centre, { record: one._id, files, openid, at: one.at })
}

/** What the program does by itself when its time has come; null when nothing is due. */
const ofItself = async (one: CaseDoc, at: Instant): Promise<Step | null> =>
  openingDue(one, at) ??
  lapseDue(one, at) ??
  ringDue(one, at) ??
  (isSealed(one) ? sealedDue(one, at) : deadlineStep(one, at))

/** When the program has to look at it again, if nobody does anything. */
const nextAtOf = (one: CaseDoc): Instant | null => {
  const times = [
    nextTelling(one),
    lapsesAt(one),
    nextRing(one),
    isSealed(one) ? sealedNextAt(one) : nextDeadline(one),
  ]
  const known = times.filter((time) => time !== null)
  return known.length === 0 ? null : Math.min(...known)
}

const strikeOff = (one: CaseDoc): Promise<boolean> =>
  take(cases.of(one.centre), one._id, {
    guard: { equal: { rev: one.rev, nextAt: one.nextAt } },
    change: { set: { news: {}, carries: null, nextAt: nextAtOf(one), counted: one.steps.length } },
  })
