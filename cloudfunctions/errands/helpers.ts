import { addDays, dayOf, instantOf, type Instant } from '@/types/shared/day'
import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { errandHelpers, helperId, type ErrandDoc, type HelperDoc } from './store'

/** How long somebody remembers having been asked, in days. */
const lately = 90

/** The moment before which having been asked does not count any more. */
export const rememberedFrom = (at: Instant): Instant => instantOf(addDays(dayOf(at), -lately))

const newHelper = (centre: string, person: string): HelperDoc => ({
  _id: helperId(centre, person),
  centre,
  v: 1,
  person,
  asked: {},
  declined: {},
})

/** Keeps with each volunteer that they were asked, so that next time it is others' turn. What is long ago leaves. */
export const noteAsked = async ({ _id, centre, asked }: ErrandDoc, at: Instant): Promise<void> => {
  const ids = Object.keys(asked)
  if (ids.length === 0) return
  const store = errandHelpers.of(centre)
  const helpers = await store.find({
    where: { _id: command.in(ids.map((person) => helperId(centre, person))) },
    limit: ids.length,
  })
  const before = new Map(helpers.map((helper) => [helper.person, helper.asked]))
  const fresh = Object.entries(asked).filter(([person]) => before.get(person)?.[_id] === undefined)
  await store.insertAll(
    fresh.filter(([person]) => !before.has(person)).map(([person]) => newHelper(centre, person)),
  )
  for (const when of new Set(fresh.map(([, { at: one }]) => one))) {
    const together = fresh.filter(([, { at: one }]) => one === when)
    const _ids = together.map(([person]) => helperId(centre, person))
    await repeat(() => store.changeAll({ _id: command.in(_ids) }, { [`asked.${_id}`]: when }))
  }
  for (const [person] of fresh) {
    const old = Object.entries(before.get(person) ?? {})
      .filter(([, one]) => one < rememberedFrom(at))
      .map(([errand]) => [`asked.${errand}`, command.remove()] as const)
    if (old.length > 0)
      await repeat(() => store.change(helperId(centre, person), Object.fromEntries(old)))
  }
}

/** Keeps with a volunteer that they have no time for an errand; what is long ago leaves. */
export const noteDeclined = async (
  centre: string,
  person: string,
  errand: string,
  at: Instant,
): Promise<void> => {
  const store = errandHelpers.of(centre)
  const id = helperId(centre, person)
  await store.insertAll([newHelper(centre, person)])
  const before = await store.get(id)
  const old = Object.entries(before?.declined ?? {}).filter(([, one]) => one < rememberedFrom(at))
  await repeat(() =>
    store.change(id, {
      ...Object.fromEntries(old.map(([long]) => [`declined.${long}`, command.remove()])),
      [`declined.${errand}`]: at,
    }),
  )
}
