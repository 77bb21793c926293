import { errands as contract } from '@/types/errands'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
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
    return { items: await errandsShown(documents, at), next }
  },
})
