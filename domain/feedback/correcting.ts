import type { Flow } from '@/types/feedback'
import { happens, refused, type Case, type Decision } from './case'
import { stops, type Post, type Tap, type Worker } from './working'

/** What a case is corrected to; null where that stays. */
export interface Correction {
  readonly flow: Flow | null
  readonly place: {
    readonly path: readonly string[]
    readonly placeName: string
    readonly gridName: string
    readonly spot: string
  } | null
  readonly words: string
}

interface Correctable extends Case {
  readonly category: string
  readonly placeName: string
  readonly sentAs?: { readonly category: string; readonly place: string } | null
}

/** Under what it was sent stays readable: the first names are kept, and each change is a line of the time line. */
export const decideCorrect = (
  one: Correctable,
  by: Worker,
  tap: Tap,
  { flow, place, words }: Correction,
  post: Post,
): Decision => {
  const stop = stops(one, by, tap, 'correct')
  if (stop) return stop
  const before = { category: one.flow?.name ?? '', place: one.placeName }
  const changes = [
    flow && flow.category !== one.category ? `类别：${before.category} 改成 ${flow.name}` : '',
    place && place.placeName !== before.place
      ? `地点：${before.place} 改成 ${place.placeName}`
      : '',
  ].filter(Boolean)
  if (changes.length === 0) return refused('NothingChanged')
  const { level, owner, ownerName } = post
  // Whoever reported it does not begin to wait anew because the place was wrong.
  const goesOn = flow === null && level === one.level && one.state === 'open'
  const due = goesOn ? one.due : post.due
  return {
    outcome: 'step',
    step: happens(one, {
      key: tap.key,
      step: {
        ...{ at: tap.at, kind: 'corrected', by: by.id, who: by.title, level },
        words: [...changes, words].filter(Boolean).join('。'),
      },
      state: 'open',
      set: {
        ...{
          level,
          owner,
          ownerName,
          due,
          paused: null,
          lateTold: goesOn && one.lateTold === true,
        },
        sentAs: one.sentAs ?? before,
        ...(flow && { flow, category: flow.category }),
        ...place,
      },
      news: [
        { event: 'caseMoved', to: 'followers', note: null },
        ...(owner !== by.id ? ([{ event: 'caseGiven', to: 'owner', note: null }] as const) : []),
      ],
    }),
  }
}
