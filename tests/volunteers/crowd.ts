/** Twelve who tap in the same moment. */
export const crowd = Array.from({ length: 12 }, (_, i) => `o-many-${i}`)

/** Everybody taps at once, and again until they are answered: `null` is no answer. */
export const rush = (tap: (openid: string) => Promise<string | null>): Promise<string[]> =>
  Promise.all(
    crowd.map(async (openid) => {
      for (let round = 0; round < 40; round++) {
        const answer = await tap(openid)
        if (answer !== null) return answer
      }
      throw new Error(`${openid} was never answered`)
    }),
  )
