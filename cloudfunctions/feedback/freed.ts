import { freeSealed } from '@/domain/feedback/sealed'
import { decideFree } from '@/domain/feedback/working'
import type { Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'
import type { StaffRole } from '@/types/shared/roles'
import type { Job } from '../kit/jobs'
import { command } from '../kit/cloud'
import { holds } from '../kit/passport'
import { passports, personsNow } from '../residents/store'
import { workerRoles } from './colleagues'
import { complete } from './complete'
import { happened } from './happened'
import { watchersOf } from './holders'
import { isSealed } from './sealedDue'
import { cases, type CaseDoc } from './store'

/** How somebody has cases, and what becomes of one when they work at its place no more. */
interface Having {
  field: 'owner' | 'sealing.mediator'
  roles: readonly StaffRole[]
  whoHas: (one: CaseDoc) => string | null
  pathOf: (one: CaseDoc) => readonly string[]
  free: (one: CaseDoc, gone: string, at: Instant) => Promise<Step | null>
}

/** One of the staff after the other who have open cases; null after the last. */
const nextWhoHas = async (
  centre: string,
  { field, whoHas }: Having,
  last: string,
): Promise<string | null> => {
  const [one] = await cases.of(centre).find({
    where: { stage: 'active', [field]: command.gt(last) },
    order: [[field, 'asc']],
    limit: 1,
    fields: { [field]: true },
  })
  return one ? whoHas(one) : null
}

/** More open cases than one person answers for. */
const mostOfOne = 1000

const freeing =
  (having: Having): Job['run'] =>
  async ({ centre, at, cursor, timeLeft }) => {
    const { field, roles, pathOf, free } = having
    let handled = 0
    let last = cursor ?? ''
    for (;;) {
      if (timeLeft() <= 0) return { handled, cursor: last }
      const who = await nextWhoHas(centre, having, last)
      if (who === null) return { handled, cursor: null }
      const now = (await personsNow(centre, [who])).get(who)
      const [passport] = now
        ? await passports.of(centre).find({ where: { 'person.id': now._id }, limit: 1 })
        : []
      const theirs = await cases.of(centre).find({
        where: { stage: 'active', [field]: who },
        limit: mostOfOne,
        fields: { path: true, sealing: true },
      })
      for (const known of theirs) {
        if (passport && holds(passport, roles, pathOf(known), at)) continue
        // Those done are not found again: the next run goes on with the others.
        if (timeLeft() <= 0) return { handled, cursor: last }
        const one = await cases.of(centre).get(known._id)
        const step = one && (await free(one, who, at))
        if (!one || !step) continue
        if (await happened(one, step)) handled++
        await complete(centre, one._id, at)
      }
      last = who
    }
  }

/** Cases of who does not work at their place any more are free: their colleagues find them in a list of their own. */
export const freeOwnerless = freeing({
  field: 'owner',
  roles: workerRoles,
  whoHas: ({ owner }) => owner,
  pathOf: ({ path }) => path,
  free: async (one, gone, at) => {
    const decided = decideFree(one, gone, at)
    return decided.outcome === 'step' ? decided.step : null
  },
})

/** Sealed cases of who mediates there no more are free: the other mediators are told. */
export const freeUnmediated = freeing({
  field: 'sealing.mediator',
  roles: ['mediator'],
  whoHas: ({ sealing }) => sealing?.mediator ?? null,
  pathOf: ({ sealing }) => sealing?.path ?? [],
  free: async (one, gone, at) =>
    isSealed(one) ? freeSealed(one, gone, await watchersOf(one, ['mediator'], at), at) : null,
})
