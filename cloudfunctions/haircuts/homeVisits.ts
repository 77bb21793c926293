import { haircuts } from '@/types/haircuts'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { haircutVisits } from './store'
import { visitsShown } from './visits'

const { roles } = haircuts.procedures.homeVisits.may

/** Visits at homes of the caller's nodes, oldest first. */
export const homeVisits = procedure(haircuts, 'homeVisits', {
  place: () => anywhere,

  async run({ centre, caller, input: { state, after }, at }) {
    const { documents, next } = await haircutVisits.of(centre).page({
      where: nodesOf(caller, roles, at).map((path) => ({ path, state })),
      by: ['at', 'asc'],
      after,
    })
    return { items: await visitsShown(documents, true), next }
  },
})
