import { decideCancel } from '@/domain/activities/cancel'
import { forgetStep } from '@/domain/activities/forget'
import type { Instant } from '@/types/shared/day'
import { again, decide, repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import type { Fields } from '../kit/query'
import { take } from '../kit/step'
import { complete } from './complete'
import { places, registrations, seatingFor, wholeSeating } from './store'

/**
 * Gives back the seats and places in line of a person that are still to come, and takes what names them out of sign-ups
 * and places, everywhere; what counts stays under the person's ids.
 */
export const forget = async (
  centre: string,
  ids: readonly string[],
  at: Instant,
): Promise<void> => {
  for (const person of ids)
    await forEach(centre, { person, endsAt: command.gt(at) }, (activity) =>
      giveBack(centre, activity, person, at),
    )
  for (const where of ids.flatMap((id) => [{ person: id }, { by: id }]))
    await forEach(centre, where, (activity) => forgetAt(centre, activity, ids, at))
  const store = registrations.of(centre)
  await repeat(() =>
    store.changeAll(
      { person: command.in([...ids]) },
      { personName: '', answers: [], guardian: null },
    ),
  )
  await repeat(() => store.changeAll({ by: command.in([...ids]) }, { byName: '' }))
}

/** Does one thing at each activity of the sign-ups that fit. */
const forEach = async (
  centre: string,
  where: Fields,
  act: (activity: string) => Promise<void>,
): Promise<void> => {
  let after: string | undefined
  do {
    const { documents, next } = await registrations.of(centre).page({
      where,
      by: ['endsAt', 'asc'],
      after,
      limit: 100,
      fields: { activity: true, endsAt: true },
    })
    for (const activity of new Set(documents.map((record) => record.activity))) await act(activity)
    after = next ?? undefined
  } while (after !== undefined)
}

/** No tap has this key: the same erasure, begun again, gives nothing back twice. */
const erasureKey = 'erasure'

/** The first in line gets the seat in the same step; `complete` tells them. */
const giveBack = (centre: string, activity: string, person: string, at: Instant): Promise<void> =>
  decide(async () => {
    const place = await seatingFor(centre, activity, person)
    if (!place) return
    const tap = { key: erasureKey, person, onBehalf: false, leaving: true, at }
    const decision = decideCancel(place, tap)
    if (decision.outcome !== 'cancel') return
    return (await take(places.of(centre), activity, decision.step)) ? undefined : again
  })

/** What is owed of them is written first: it would bring the name back. */
const forgetAt = (
  centre: string,
  activity: string,
  ids: readonly string[],
  at: Instant,
): Promise<void> =>
  decide(async () => {
    await complete(centre, activity, at)
    const place = await wholeSeating(centre, activity)
    if (!place) return
    const step = forgetStep(place, ids)
    if (Object.keys(step.change.set ?? {}).length === 0) return
    return (await take(places.of(centre), activity, step)) ? undefined : again
  })
