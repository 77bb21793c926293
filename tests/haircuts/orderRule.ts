import type { Waiting } from '@/domain/haircuts/queue'
import type { Instant } from '@/types/shared/day'

// The order rule once more, told by what may not be seen on the square, so that it does not judge itself.

/** Comes first by due time, then by number. */
const before = (one: Waiting, other: Waiting): boolean =>
  one.due < other.due || (one.due === other.due && one.number < other.number)

/** Everything wrong with one call from a line; `passed` says whom it counted as passed. Empty when all is well. */
export const orderWrongs = (
  line: readonly Waiting[],
  { who, passed }: { who: string; passed: readonly string[] },
  at: Instant,
): string[] => {
  const someoneIsDue = line.some(({ due }) => due <= at)
  const could = line.filter(({ due, here }) => (someoneIsDue ? due <= at : here))
  const called = could.find((one) => one.who === who)
  if (!called) return ['somebody was called whose turn to wait it is not']
  const ahead = could.filter((one) => before(one, called))
  const elders = could.filter(({ priority }) => priority)
  const maybe = (one: Waiting) => one.passed < 3
  const rules: Record<string, boolean> = {
    'somebody of the same kind stood before': ahead.some(
      ({ priority }) => priority === called.priority,
    ),
    'a younger person went ahead of an elder': !called.priority && ahead.length > 0,
    'an elder waits though nobody before them was passed three times':
      !called.priority &&
      elders.some((elder) => could.filter((one) => before(one, elder)).every(maybe)),
    'somebody was passed a fourth time': called.priority && !ahead.every(maybe),
    'not exactly those who stood before are counted as passed':
      [...passed].sort().join() !==
      ahead
        .map((one) => one.who)
        .sort()
        .join(),
  }
  return Object.keys(rules).filter((rule) => rules[rule])
}
