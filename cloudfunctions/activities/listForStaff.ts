import { activities } from '@/types/activities'
import { command } from '../kit/cloud'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { withAddresses } from './addresses'
import { cardOf } from './show'
import { cardFields, places } from './store'

const { roles } = activities.procedures.listForStaff.may

/** What the caller's nodes run: what is not over, soonest first, or what is, latest first. */
export const listForStaff = procedure(activities, 'listForStaff', {
  place: () => anywhere,

  async run({ centre, caller, input: { past = false, after }, at }) {
    const { documents, next } = await places.of(centre).page({
      where: nodesOf(caller, roles, at).map((path) => ({
        path,
        'rules.endsAt': past ? command.lte(at) : command.gt(at),
      })),
      by: ['rules.endsAt', past ? 'desc' : 'asc'],
      after,
      fields: cardFields,
    })
    return { items: await withAddresses(documents.map(cardOf)), next }
  },
})
