import { haircuts } from '@/types/haircuts'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { visitsOf, visitsShown } from './visits'

/** Those of the caller and of everybody they act for, newest first. */
export const myHomeVisits = procedure(haircuts, 'myHomeVisits', {
  async run({ centre, caller }) {
    const family = [caller.person, ...Object.values(caller.dependants)]
    return { items: await visitsShown(await visitsOf(centre, family.flatMap(idsOf)), false) }
  },
})
