import type { ActivityDraft } from '@/types/activities'

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b)

/**
 * Two people edited at once: what only the other changed is taken over, what I changed stays mine. `theirs` names what
 * was taken over, `both` what we changed differently.
 */
export const merge = (
  base: ActivityDraft,
  mine: ActivityDraft,
  latest: ActivityDraft,
): { draft: ActivityDraft; theirs: (keyof ActivityDraft)[]; both: (keyof ActivityDraft)[] } => {
  const names = Object.keys(base) as (keyof ActivityDraft)[]
  const theirChanges = names.filter((name) => differs(base[name], latest[name]))
  const both = theirChanges.filter(
    (name) => differs(base[name], mine[name]) && differs(mine[name], latest[name]),
  )
  const theirs = theirChanges.filter((name) => !differs(base[name], mine[name]))
  const taken = Object.fromEntries(theirs.map((name) => [name, latest[name]]))
  return { draft: { ...mine, ...taken }, theirs, both }
}
