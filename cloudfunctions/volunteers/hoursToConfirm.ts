import { volunteers } from '@/types/volunteers'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { entriesOf } from './show'
import { hoursEntries } from './store'

const { roles } = volunteers.procedures.hoursToConfirm.may

/** Of the caller's nodes, oldest first; also those the caller entered, which somebody else must look at. */
export const hoursToConfirm = procedure(volunteers, 'hoursToConfirm', {
  place: () => anywhere,

  async run({ centre, caller, input: { after }, at }) {
    const { documents, next } = await hoursEntries.of(centre).page({
      where: nodesOf(caller, roles, at).map((path) => ({ path, state: 'proposed' })),
      by: ['at', 'asc'],
      after,
    })
    return { items: await entriesOf(centre, documents, caller, at), next }
  },
})
