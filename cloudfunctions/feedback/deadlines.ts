import { innerAbove } from '@/domain/feedback/flow'
import { decideHeldLate } from '@/domain/feedback/held'
import { decideResume, decideRise, type Post } from '@/domain/feedback/working'
import { nextDeadline } from '@/domain/feedback/deadline'
import type { Step } from '@/domain/shared/step'
import type { CaseLevel, Flow } from '@/types/feedback'
import type { Instant } from '@/types/shared/day'
import { colleaguesAt } from './colleagues'
import { holdersOf } from './holders'
import { dueAt, ownerOf } from './owner'
import type { CaseDoc } from './store'

/** A level with who answers there, and a deadline that begins now. */
export const postAt = async (
  one: Pick<CaseDoc, 'centre' | 'path' | 'aboutStaff'>,
  flow: Flow,
  level: CaseLevel,
  at: Instant,
): Promise<Post> => {
  const [owner, due] = await Promise.all([ownerOf(one, level, at), dueAt(flow, level, at)])
  return { level, due, ...owner }
}

/** Who is told of what is late at the top: who answers for the street, else all who work there. */
const streetOf = async (one: CaseDoc, at: Instant): Promise<readonly string[]> => {
  const { owner } = await ownerOf(one, 'street', at)
  if (owner !== null) return [owner]
  const people = await colleaguesAt(one.centre, one.path.slice(0, 1), at)
  return people.flatMap(({ id, ids }) => (ids.some((each) => each === one.aboutStaff) ? [] : [id]))
}

/** Who hears that nobody looked at a message yet. */
const decidersAbove = async (one: CaseDoc, at: Instant): Promise<string[]> =>
  (await holdersOf(one, ['communityStaff', 'centreStaff'], at)).map(({ id }) => id)

/** What a deadline that is over asks for; null while none is. */
export const deadlineStep = async (one: CaseDoc, at: Instant): Promise<Step | null> => {
  const over = nextDeadline(one)
  if (over === null || over > at) return null
  if (one.state === 'held') return decideHeldLate(one, await decidersAbove(one, at), at)
  const { flow } = one
  const above = flow && innerAbove(flow, one.level)
  const decided =
    one.state === 'askedBack'
      ? decideResume(one, at)
      : decideRise(
          one,
          // A department is waited for; nobody above can do more than the street.
          flow && above && one.state !== 'referred' ? await postAt(one, flow, above, at) : null,
          await streetOf(one, at),
          at,
        )
  return decided.outcome === 'step' ? decided.step : null
}
