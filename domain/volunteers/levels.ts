import type { LevelStep } from '@/types/volunteers'

/**
 * The table of a centre that has none of its own: the five stars of the Ministry of Civil Affairs (志愿服务记录办法, 2012:
 * 100, 300, 600, 1000 and 1500 hours), and a training more for each.
 */
export const usualSteps: readonly LevelStep[] = [
  { name: '一星', minutes: 100 * 60, trainings: 1 },
  { name: '二星', minutes: 300 * 60, trainings: 2 },
  { name: '三星', minutes: 600 * 60, trainings: 3 },
  { name: '四星', minutes: 1000 * 60, trainings: 4 },
  { name: '五星', minutes: 1500 * 60, trainings: 5 },
]

/** Whether each step asks for no less than the one before, for more of one thing at least, and has a name of its own. */
export const stepsInOrder = (steps: readonly LevelStep[]): boolean =>
  new Set(steps.map(({ name }) => name)).size === steps.length &&
  steps.every((step, number) => {
    const before = steps[number - 1]
    if (!before) return true
    const { minutes, trainings } = step
    return (
      minutes >= before.minutes &&
      trainings >= before.trainings &&
      (minutes > before.minutes || trainings > before.trainings)
    )
  })

interface Reached {
  /** The highest step reached; null below the first. */
  level: string | null
  /** The next step, and what is missing for it; null at the top. */
  next: { name: string; minutes: number; trainings: number } | null
}

/** What hours and trainings come to by a table in order. */
export const levelOf = (
  steps: readonly LevelStep[],
  minutes: number,
  trainings: number,
): Reached => {
  const missing = steps.findIndex((step) => minutes < step.minutes || trainings < step.trainings)
  const next = missing < 0 ? undefined : steps[missing]
  const level = missing < 0 ? steps.at(-1) : steps[missing - 1]
  return {
    level: level?.name ?? null,
    next: next
      ? {
          name: next.name,
          minutes: Math.max(0, next.minutes - minutes),
          trainings: Math.max(0, next.trainings - trainings),
        }
      : null,
  }
}
