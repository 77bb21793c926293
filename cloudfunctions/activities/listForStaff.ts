import { activities } from '@/types/activities'
import { command } from '../kit/cloud'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { withAddresses } from './addresses'
import { notOver, notOverSince } from './coming'
import { cardOf } from './show'
import { cardFields, places } from './store'

const { roles } = activities.procedures.listForStaff.may

/** What the caller's nodes run: what is not over, by the session that comes next, or what is, latest first. */
export const listForStaff = procedure(activities, 'listForStaff', {
  place: () => anywhere,

  async run({ centre, caller, input: { past = false, after }, at }) {
    const { documents, next } = await places.of(centre).page({
      where: nodesOf(caller, roles, at).map((path) => ({
        path,
        ...(past ? { 'rules.endsAt': command.lte(at) } : { 'next.endsAt': notOverSince(at) }),
      })),
      by: past ? ['rules.endsAt', 'desc'] : ['next.endsAt', 'asc'],
      after,
      fields: { ...cardFields, next: true },
    })
    const shown = past ? documents : documents.filter(notOver(at))
    return { items: await withAddresses(shown.map((place) => cardOf(place, at))), next }
  },
})
