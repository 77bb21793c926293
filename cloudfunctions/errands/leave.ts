import { decideDecline, type Decision } from '@/domain/errands/errand'
import { dayOf, type Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import type { Fields } from '../kit/query'
import { take } from '../kit/step'
import { complete } from './complete'
import { errands, type ErrandDoc } from './store'

/** Does something with each errand that fits, page by page. */
export const each = async (
  centre: string,
  where: Fields,
  by: 'at' | 'day',
  act: (errand: ErrandDoc) => Promise<void>,
): Promise<void> => {
  let after: string | undefined
  do {
    const page = await errands.of(centre).page({ where, by: [by, 'asc'], after, limit: 100 })
    for (const errand of page.documents) await act(errand)
    after = page.next ?? undefined
  } while (after !== undefined)
}

/** Changes an errand by a rule as it stands, where the rule still says so, and lets everybody know. */
export const giveBack = async (
  { _id, centre }: Pick<ErrandDoc, '_id' | 'centre'>,
  at: Instant,
  rule: (errand: ErrandDoc) => Decision,
): Promise<void> => {
  await decide(async () => {
    const known = await errands.of(centre).get(_id)
    const decision = known && rule(known)
    if (decision?.outcome !== 'step') return
    return (await take(errands.of(centre), _id, decision.step)) ? undefined : again
  })
  await complete(centre, _id, at)
}

/** Takes somebody off the errands to come that they promised or were asked for: others are asked. */
export const leaveErrands = async (
  centre: string,
  ids: readonly string[],
  { key, at }: { key: string; at: Instant },
): Promise<void> => {
  const day = command.gte(dayOf(at))
  for (const person of ids)
    for (const where of [
      { people: person, day },
      { invited: person, day },
    ])
      await each(centre, where, 'day', (errand) =>
        giveBack(errand, at, (known) => decideDecline(known, { key, person, at })),
      )
}
