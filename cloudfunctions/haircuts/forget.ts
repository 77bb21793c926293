import { cancel } from '@/domain/haircuts/cancel'
import { isOpen } from '@/domain/haircuts/visits'
import { stepBetween, withClaims } from '@/domain/haircuts/session'
import type { Instant } from '@/types/shared/day'
import { again, decide, repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { take } from '../kit/step'
import { complete } from './complete'
import { haircutSessions, haircutVisits, wholeSession, type SessionDoc } from './store'
import { visitsOf } from './visits'

/** No tap has this key: the same erasure, begun again, gives nothing back twice. */
const erasureKey = 'erasure'

/**
 * Gives back a person's numbers that are still to come, and takes what names them out of all sessions and visits; what
 * counts stays under the person's ids.
 */
export const forget = async (
  centre: string,
  ids: readonly string[],
  at: Instant,
): Promise<void> => {
  for (const where of ids.flatMap((id) => [{ people: id }, { actors: id }])) {
    let after: string | undefined
    do {
      const { documents, next } = await haircutSessions.of(centre).page({
        where: { ...where, endsAt: command.gt(0) },
        by: ['endsAt', 'asc'],
        after,
        limit: 100,
        fields: { endsAt: true },
      })
      for (const { _id, endsAt } of documents) {
        if (at < endsAt) for (const id of ids) await giveBack(centre, _id, id, at)
        await complete(centre, _id, at)
        await forgetAt(centre, _id, ids)
      }
      after = next ?? undefined
    } while (after !== undefined)
  }
  const store = haircutVisits.of(centre)
  for (const { _id, state } of await visitsOf(centre, ids)) {
    const nameless = { personName: '', homeName: null, note: '' }
    const cancelled = isOpen({ state }) ? { state: 'cancelled' } : {}
    await repeat(() => store.change(_id, { ...nameless, ...cancelled }))
  }
  await repeat(() =>
    store.changeAll({ by: command.in([...ids]), byName: command.neq(null) }, { byName: '' }),
  )
}

const change = (
  centre: string,
  session: string,
  rule: (before: SessionDoc) => SessionDoc,
): Promise<void> =>
  decide(async () => {
    const before = await wholeSession(centre, session)
    const step = before && stepBetween(before, rule(before))
    if (!step) return
    return (await take(haircutSessions.of(centre), session, step)) ? undefined : again
  })

const giveBack = (centre: string, session: string, who: string, at: Instant): Promise<void> =>
  change(centre, session, (before) => {
    const outcome = cancel(before, { key: erasureKey, who, byName: null, at })
    return outcome.outcome === 'changed' ? { ...before, ...outcome.session } : before
  })

const forgetAt = (centre: string, session: string, ids: readonly string[]): Promise<void> =>
  change(centre, session, (before) => ({
    ...before,
    ...withClaims(
      before,
      Object.fromEntries(
        Object.entries(before.claims).map(([who, claim]) => [
          who,
          {
            ...claim,
            ...(ids.includes(who) && { name: '', birthDate: null }),
            ...(ids.includes(claim.by) && claim.byName !== null && { byName: '' }),
          },
        ]),
      ),
    ),
  }))
