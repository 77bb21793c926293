import { updateOne } from 'mingo/updater'
import type { Change, Guard, Step } from '@/domain/shared/step'

/**
 * Takes a step on a plain document as the database would: true when its guard held. The document is changed in place.
 */
export const takeStep = (document: object, { guard, change }: Step): boolean =>
  updateOne([document as never], condition(guard) as never, modifier(change) as never)
    .matchedCount === 1

const all = <V>(values: Readonly<Record<string, V>> = {}, to: (value: V) => unknown) =>
  Object.entries(values).map(([path, value]) => ({ [path]: to(value) }))

const condition = ({ equal, missing = [], present = [], above, below }: Guard): object => ({
  $and: [
    {},
    ...all(equal, (value) => ({ $eq: value })),
    ...missing.map((path) => ({ [path]: { $exists: false } })),
    ...present.map((path) => ({ [path]: { $exists: true } })),
    ...all(above, (least) => ({ $gt: least })),
    ...all(below, (most) => ({ $lt: most })),
  ],
})

const modifier = ({ set, inc, unset = [], push, shift = [], pull }: Change): object =>
  Object.fromEntries(
    Object.entries({
      $set: set,
      $inc: inc,
      $unset: Object.fromEntries(unset.map((path) => [path, ''])),
      $push: push,
      $pop: Object.fromEntries(shift.map((path) => [path, -1])),
      $pull: pull,
    }).filter(([, fields]) => fields && Object.keys(fields).length > 0),
  )
