/** Places by minutes, most first. Who gave the same shares a place, and the next one is as many further: 1, 1, 3. */
export const placed = <T extends { readonly minutes: number }>(
  all: readonly T[],
): (T & { place: number })[] => {
  const sorted = [...all].sort((one, other) => other.minutes - one.minutes)
  return sorted.map((one) => ({
    ...one,
    place: sorted.findIndex(({ minutes }) => minutes === one.minutes) + 1,
  }))
}
