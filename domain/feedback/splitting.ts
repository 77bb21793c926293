import { happens, type Case, type Decision } from './case'
import { stops, type Tap, type Worker } from './working'

/** A part of a message that is a matter of its own. */
export interface Part {
  readonly id: string
  readonly category: string
  /** What staff say it is about, beside the original. */
  readonly words: string
}

/** One message was about several things: the parts become cases of their own, which all its followers follow. */
export const decideSplit = (one: Case, by: Worker, tap: Tap, parts: readonly Part[]): Decision =>
  stops(one, by, tap, 'split') ?? {
    outcome: 'step',
    step: happens(one, {
      key: tap.key,
      step: {
        ...{ at: tap.at, kind: 'split', by: by.id, who: by.title },
        words: parts.map(({ words }, i) => `${i + 1}. ${words}`).join('；'),
      },
      state: 'split',
      set: { due: null, paused: null, parts, carries: 'parts' },
      news: [{ event: 'caseMoved', to: 'followers', note: `分成 ${parts.length} 件办` }],
    }),
  }
