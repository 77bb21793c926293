import type { Change, Decision, Guard, Step } from '@/domain/shared/step'
import { again, decide } from './attempts'
import { command } from './cloud'
import type { CentreCollection, Stored } from './collection'
import { fail, found } from './failure'
import type { Fields } from './query'

/** Takes a step a rule decided, in one atomic update. False when its guard no longer holds: read and decide again. */
export const take = <T extends Stored>(
  documents: CentreCollection<T>,
  id: string,
  { guard, change }: Step,
): Promise<boolean> => documents.change(id, changeOf(change), guardOf(guard))

/**
 * Changes a document by a rule, as long as what the rule saw still holds: of two at once one reads again. The document as
 * it is then.
 */
export const changeBy = async <T extends Stored>(
  documents: CentreCollection<T>,
  first: T,
  rule: (known: T) => Decision,
): Promise<T> => {
  await decide(async (round) => {
    const decision = rule(round === 0 ? first : found(await documents.get(first._id)))
    if (decision.outcome === 'refused') return fail(decision.refusal.code, decision.refusal.data)
    if (decision.outcome === 'same') return
    return (await take(documents, first._id, decision.step)) ? undefined : again
  })
  return found(await documents.get(first._id))
}

const every = (paths: readonly string[] = [], to: () => unknown): Fields =>
  Object.fromEntries(paths.map((path) => [path, to()]))

const each = <V>(values: Readonly<Record<string, V>> = {}, to: (value: V) => unknown): Fields =>
  Object.fromEntries(Object.entries(values).map(([path, value]) => [path, to(value)]))

/** A field may be bounded from one side only; two conditions on one field would overwrite each other. */
const guardOf = ({ equal, missing, present, above, below }: Guard): Fields =>
  disjoint(
    each(equal, (value) => command.eq(value)),
    every(missing, () => command.exists(false)),
    every(present, () => command.exists(true)),
    each(above, (least) => command.gt(least)),
    each(below, (most) => command.lt(most)),
  )

const changeOf = ({ set, inc, unset, push, shift, pull }: Change): Fields =>
  disjoint(
    each(set, (value) => command.set(value)),
    each(inc, (by) => command.inc(by)),
    every(unset, () => command.remove()),
    each(push, (value) => command.push([value])),
    every(shift, () => command.shift()),
    each(pull, (value) => command.pull(value)),
  )

const disjoint = (...parts: readonly Fields[]): Fields => {
  const all: Record<string, unknown> = {}
  for (const [path, value] of parts.flatMap((part) => Object.entries(part))) {
    if (path in all) throw new TypeError(`a step says two things of ${path}`)
    all[path] = value
  }
  return all
}
