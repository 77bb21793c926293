import { Conflict, Failure, OutcomeUnknown } from './failure'

/** What a round returns when its guard missed: somebody else was first, so read and decide again. */
export const again = Symbol('again')

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** 10–30 ms, then twice that …: phones and instances that met once do not meet again. */
const jitter = (round: number) => pause((10 + Math.random() * 20) * 2 ** round)

const mostRounds = 4

/**
 * Runs a round of read, decide and one guarded write until it stands: at most four times. A lost reply counts as a
 * missed guard, because the next round reads whether the write happened. Then `TryAgain`.
 */
export const decide = async <T>(round: (n: number) => Promise<T | typeof again>): Promise<T> => {
  for (let n = 0; n < mostRounds; n++) {
    try {
      const outcome = await round(n)
      if (outcome !== again) return outcome
    } catch (error) {
      if (!(error instanceof OutcomeUnknown || error instanceof Conflict)) throw error
    }
    await jitter(n)
  }
  throw new Failure('TryAgain')
}

/** Repeats something that is safe to repeat (a read, a write under a deterministic id) when its reply was lost. */
export const repeat = <T>(action: () => Promise<T>): Promise<T> => decide(action)
