import { decideFree } from '@/domain/feedback/working'
import type { Job } from '../kit/jobs'
import { command } from '../kit/cloud'
import { holds } from '../kit/passport'
import { take } from '../kit/step'
import { passports, personsNow } from '../residents/store'
import { workerRoles } from './colleagues'
import { complete } from './complete'
import { cases } from './store'

/** One of the staff after the other who answer for open cases; null after the last. */
const ownerAfter = async (centre: string, last: string): Promise<string | null> => {
  const [one] = await cases.of(centre).find({
    where: { stage: 'active', owner: command.gt(last) },
    order: [['owner', 'asc']],
    limit: 1,
    fields: { owner: true },
  })
  return one?.owner ?? null
}

/** More open cases than one person answers for. */
const mostOfOne = 1000

/** Cases of who does not work at their place any more are free: their colleagues find them in a list of their own. */
export const freeOwnerless: Job['run'] = async ({ centre, at, cursor, timeLeft }) => {
  let handled = 0
  let last = cursor ?? ''
  for (;;) {
    if (timeLeft() <= 0) return { handled, cursor: last }
    const owner = await ownerAfter(centre, last)
    if (owner === null) return { handled, cursor: null }
    const now = (await personsNow(centre, [owner])).get(owner)
    const [passport] = now
      ? await passports.of(centre).find({ where: { 'person.id': now._id }, limit: 1 })
      : []
    const theirs = await cases.of(centre).find({
      where: { stage: 'active', owner },
      limit: mostOfOne,
      fields: { path: true, sealed: true },
    })
    for (const { _id, path, sealed } of theirs) {
      if (sealed || (passport && holds(passport, workerRoles, path, at))) continue
      // Those done are not found again: the next run goes on with the others.
      if (timeLeft() <= 0) return { handled, cursor: last }
      const one = await cases.of(centre).get(_id)
      const decided = one && decideFree(one, owner, at)
      if (decided?.outcome !== 'step') continue
      if (await take(cases.of(centre), _id, decided.step)) handled++
      await complete(centre, _id, at)
    }
    last = owner
  }
}
