import { errands as contract } from '@/types/errands'
import { procedure } from '../kit/procedure'
import { actsAsStaff, idsOf } from '../kit/subject'
import { errandsShown } from './show'
import { errands } from './store'

/** Of the caller and everybody they act for, or of one person, newest first. */
export const mine = procedure(contract, 'mine', {
  async run({ centre, caller, subject, input: { forResident, after }, at }) {
    const family =
      forResident === undefined ? [caller.person, ...Object.values(caller.dependants)] : [subject]
    const { documents, next } = await errands.of(centre).page({
      where: family.flatMap(idsOf).map((person) => ({ person })),
      by: ['at', 'desc'],
      after,
    })
    const items = await errandsShown(documents, family, at)
    // What a resident said of volunteers is for themselves and their family.
    return {
      items: actsAsStaff(caller, subject) ? items.map((one) => ({ ...one, rating: null })) : items,
      next,
    }
  },
})
