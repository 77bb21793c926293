import { forgetStep } from '@/domain/activities/forget'
import type { Instant } from '@/types/shared/day'
import { again, decide, repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { take } from '../kit/step'
import { complete } from './complete'
import { places, registrations, wholeSeating } from './store'

/** Takes what names a person out of sign-ups and places, everywhere; what counts stays under the person's ids. */
export const forget = async (
  centre: string,
  ids: readonly string[],
  at: Instant,
): Promise<void> => {
  const store = registrations.of(centre)
  for (const where of ids.flatMap((id) => [{ person: id }, { by: id }])) {
    let after: string | undefined
    do {
      const { documents, next } = await store.page({
        where,
        by: ['endsAt', 'asc'],
        after,
        limit: 100,
        fields: { activity: true, endsAt: true },
      })
      for (const activity of new Set(documents.map((record) => record.activity)))
        await forgetAt(centre, activity, ids, at)
      after = next ?? undefined
    } while (after !== undefined)
  }
  await repeat(() =>
    store.changeAll(
      { person: command.in([...ids]) },
      { personName: '', answers: [], guardian: null },
    ),
  )
  await repeat(() => store.changeAll({ by: command.in([...ids]) }, { byName: '' }))
}

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
