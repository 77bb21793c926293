import { shop } from '@/types/shop'
import { found } from '../kit/failure'
import { procedure, wholeCentre } from '../kit/procedure'
import { namesOf } from '../residents/store'
import { isMovement, lineOf } from './store'

/** The last letters of an entry's id: enough to find it among those of a day. */
const numberOf = (id: string): string => id.slice(-8).toUpperCase()

export const receipt = procedure(shop, 'receipt', {
  place: wholeCentre,

  async run({ centre, input: { entry } }) {
    const line = found(await lineOf(centre, entry))
    if (!isMovement(line, 'donationDrive')) found(null)
    const { _id, name, unit, quantity, person, giverName, by, at } = line
    const names = await namesOf(centre, [by, ...(person === null ? [] : [person])])
    return {
      ...{ number: numberOf(_id), name, unit, quantity, at },
      giver: person === null ? giverName : (names.get(person) ?? null),
      by: names.get(by) ?? '',
    }
  },
})
