import { sameMeal } from '@/domain/volunteers/carrying'
import { daysAhead, followPost, madeAgain, madeOn, type Made } from '@/domain/volunteers/posts'
import { wantedBy } from '@/domain/volunteers/wanted'
import { addDays, dayOf, type Day, type Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { idOf } from '../kit/ids'
import { take } from '../kit/step'
import { complete } from './complete'
import { newShift } from './newShift'
import { posts, shifts, wholeShift, type PostDoc, type ShiftDoc } from './store'

/** The shift of a post on a day: made twice it is one. */
const shiftOn = ({ centre, _id }: PostDoc, day: Day): string => idOf(centre, 'vs', _id, day)

/** The days on which a post takes place from a day on, of the first `most` that its rule makes; null for no rule. */
export const daysOf = async (
  post: Parameters<typeof import('@/domain/volunteers/postDays').postDays>[0],
  since: Day,
  most: number,
): Promise<Day[] | null> =>
  (await import('@/domain/volunteers/postDays')).postDays(post, since, most)

/** More shifts than a post has ahead, with those of an earlier rule. */
const mostAhead = 200

/**
 * Makes the shifts of a post for the weeks ahead; after a change, those that are there follow. Safe twice, late and cut
 * off: a shift has the name of its day, and a post whose shifts did not all follow is found again.
 */
export const makeShifts = async (centre: string, id: string, at: Instant): Promise<void> => {
  const post = await posts.of(centre).get(id)
  if (!post) return
  const today = dayOf(at)
  const through = addDays(today, daysAhead)
  const days = ((await daysOf(post, today, daysAhead + 1)) ?? []).filter((day) => day <= through)
  if (post.madeUntil === '')
    for (const { _id } of await coming(post, at)) await follow(post, _id, days, at)
  const fresh = days.filter((day) => day > post.madeUntil && madeOn(post, day).endsAt > at)
  await shifts
    .of(centre)
    .insertAll(
      fresh.map((day) =>
        newShift(
          centre,
          shiftOn(post, day),
          { ...madeOn(post, day), path: post.path, thing: null },
          post.madeBy,
          post.savedBy,
          post._id,
        ),
      ),
    )
  const store = posts.of(centre)
  const made = { madeUntil: through, days: command.set(days) }
  if (await store.change(id, made, { rev: post.rev })) return
  // Changed meanwhile: what was just made is of the rule before, and follows at the next run.
  if ((await store.get(id, { rev: true }))?.rev !== post.rev)
    await store.change(id, { madeUntil: '' })
}

const coming = ({ centre, _id }: PostDoc, at: Instant): Promise<ShiftDoc[]> =>
  shifts.of(centre).find({
    where: { post: _id, endsAt: command.gt(at) },
    order: [
      ['endsAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: mostAhead,
  })

/** What the post makes of the day a shift stands for. */
const madeFor = (post: PostDoc, shift: ShiftDoc, days: readonly Day[]): Made | null => {
  const day = days.find((one) => shiftOn(post, one) === shift._id)
  return day === undefined ? null : madeAgain(shift, madeOn(post, day))
}

const follow = (post: PostDoc, shift: string, days: readonly Day[], at: Instant): Promise<void> =>
  decide(async () => {
    const store = shifts.of(post.centre)
    const before = await wholeShift(post.centre, shift)
    if (!before) return
    const made = madeFor(post, before, days)
    switch (followPost(before, made)) {
      case 'same':
      case 'kept':
        return
      case 'removed':
        // Who left a moment ago, and who runs it, hear of it before the shift is gone.
        if (before.owes) {
          await complete(post.centre, shift, at)
          return again
        }
        return (await store.remove(shift, { seq: before.seq })) ? undefined : again
      case 'changed': {
        const left = made && made.needed - before.people.length
        const mealByHand = before.mealByHand && sameMeal(before.carries, made?.carries ?? null)
        const next = made && left !== null && { ...made, left, mealByHand }
        const taken = await take(store, shift, {
          guard: { equal: { seq: before.seq, state: 'open' } },
          change: {
            set: { ...next, ...(next && { wanted: wantedBy({ ...before, ...next }) }) },
            inc: { seq: 1, rev: 1 },
          },
        })
        return taken ? undefined : again
      }
    }
  })

/** Shifts with people on them that their post would make otherwise, or not at all: staff decide about each. */
export const keptOf = async (post: PostDoc, at: Instant): Promise<ShiftDoc[]> =>
  (await coming(post, at)).filter(
    (shift) => followPost(shift, madeFor(post, shift, post.days)) === 'kept',
  )
