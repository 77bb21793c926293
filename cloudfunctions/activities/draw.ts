import { createHash } from 'node:crypto'
import { drawStep, mayDraw } from '@/domain/activities/draw'
import type { Claim } from '@/domain/activities/places'
import type { Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { take } from '../kit/step'
import { activityRecords, places, wholeSeating } from './store'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * Draws an activity in one step, whoever asks for it and however often: the seed was bound before anybody signed up.
 * Resolves with the claims as they are after the draw, and the seed.
 */
export const drawNow = async (
  centre: string,
  activity: string,
  at: Instant,
  by: string | null = null,
): Promise<{ claims: Readonly<Record<string, Claim>>; seed: string }> => {
  const { drawSeed } = found(await activityRecords.of(centre).get(activity, { drawSeed: true }))
  return decide(async () => {
    const place = found(await wholeSeating(centre, activity))
    if (place.draw?.seed) return { claims: place.claims, seed: place.draw.seed }
    const refusal = mayDraw(place, at)
    if (refusal) return fail(refusal.code, refusal.data)
    await take(places.of(centre), activity, drawStep(place, drawSeed, sha256, by))
    return again
  })
}
