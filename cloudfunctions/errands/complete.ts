import {
  decideAsk,
  minutesOf,
  nextDue,
  whatIsDue,
  whoCame,
  wordOf,
  type Errand,
} from '@/domain/errands/errand'
import type { Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { hiddenId } from '../kit/ids'
import { take } from '../kit/step'
import { tellAtOnce } from '../notices/outbox'
import { proposeHours } from '../volunteers/proposeHours'
import { noteAsked } from './helpers'
import { errands, type ErrandDoc } from './store'
import { tellingsOf } from './told'
import { volunteersFor } from './volunteersFor'

/**
 * Does all that is due of an errand: asks volunteers, hands over to staff, reminds, lets silence confirm; tells everybody
 * concerned and proposes hours. Safe to repeat and to cut off: what is owed is struck off only when it is done and
 * nothing changed meanwhile.
 */
export const complete = (centre: string, errand: string, at: Instant): Promise<void> =>
  decide(async () => {
    for (;;) {
      const document = await errands.of(centre).get(errand)
      if (!document || document.due === null || document.due > at) return
      const step = await dueStep(document, at)
      if (step === null) {
        await tellAtOnce(centre, await tellingsOf(document, at))
        await noteAsked(document, at)
        await propose(document, at)
        return (await strikeOff(document, at)) ? undefined : again
      }
      if (!(await take(errands.of(centre), errand, step))) return again
    }
  })

const dueStep = async (errand: ErrandDoc, at: Instant): Promise<Step | null> => {
  const due = whatIsDue(errand, at)
  if (due?.do !== 'ask') return due?.step ?? null
  const { key, count } = due
  const ranked = await volunteersFor(errand, count + known(errand), at)
  const people = ranked
    .filter(({ busy, volunteer: { ids } }) => !busy && !ids.some((id) => isKnown(errand, id)))
    .slice(0, count)
    .map(({ volunteer: { id, name } }) => ({ id, name }))
  const decision = decideAsk(errand, { key, people, by: null, at })
  return decision.outcome === 'step' ? decision.step : null
}

/** Who said yes, said no, or was asked before is not asked by the program. */
const isKnown = ({ claims, asked, gone }: Errand, id: string): boolean =>
  Boolean(claims[id] ?? asked[id] ?? gone[id])

const known = ({ claims, asked, gone }: Errand): number =>
  Object.keys(claims).length + Object.keys(asked).length + Object.keys(gone).length

const propose = async (errand: ErrandDoc, at: Instant): Promise<void> => {
  if (!errand.hoursOwed) return
  const { _id, centre, path, day, part, kindName, atHome, usual } = errand
  for (const [person, claim] of whoCame(errand))
    await proposeHours(centre, {
      entry: hiddenId(centre, 've', _id, person),
      person,
      path,
      day,
      minutes: minutesOf(errand, claim, usual),
      what: kindName,
      visit: { placeName: atHome ? '居民家中' : '居民指定的地方', part },
      by: wordOf(errand, claim),
      at,
    })
}

const strikeOff = (errand: ErrandDoc, at: Instant): Promise<boolean> =>
  take(errands.of(errand.centre), errand._id, {
    guard: { equal: { seq: errand.seq } },
    change: {
      set: { news: {}, hoursOwed: false, due: nextDue(errand, at) },
      inc: { seq: 1 },
    },
  })
