import type { TestCloud } from './cloud'

/** Holds the first write of one act to a collection until another act has happened; what both came to. */
export const meetingOn =
  (cloud: () => TestCloud) =>
  async <A, B>(
    held: { collection: string; procedure?: string; action?: string; skip?: number },
    first: () => Promise<A>,
    other: () => Promise<B>,
  ) => {
    await cloud().fault({ action: 'database.modifyDocument', kind: 'pause', ...held })
    const begun = first()
    await cloud().paused()
    const whole = await other()
    await cloud().resume()
    return [await begun, whole] as const
  }
