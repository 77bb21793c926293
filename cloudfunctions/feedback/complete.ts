import { lapsesAt } from '@/domain/feedback/reporter'
import type { Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { take } from '../kit/step'
import { askAbout } from '../media/checks'
import { tellAtOnce } from '../notices/outbox'
import { filesIn } from './files'
import { lapse } from './lapse'
import { receive } from './receive'
import { authorOf, cases, sealedContents, type CaseDoc } from './store'
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
        if (!(await lapse(known, at))) continue
        await askAboutFiles(known)
        await tellAtOnce(centre, await tellingsOf(known, at))
        return (await strikeOff(known)) ? undefined : again
      }
      if (!(await receive(known, at))) return again
    }
  })

const askAboutFiles = async (one: CaseDoc): Promise<void> => {
  const author = authorOf(one)
  if (!author) return
  const sealed = one.sealed ? await sealedContents.of(one.centre).get(one._id) : null
  const files = filesIn(sealed ?? one)
  await askAbout(one.centre, { record: one._id, files, openid: author.openid, at: one.at })
}

/** When the program has to look at it again, if nobody does anything. */
const nextAtOf = (one: CaseDoc): Instant | null => lapsesAt(one)

const strikeOff = (one: CaseDoc): Promise<boolean> =>
  take(cases.of(one.centre), one._id, {
    guard: { equal: { rev: one.rev, nextAt: one.nextAt } },
    change: { set: { news: {}, nextAt: nextAtOf(one) } },
  })
