import { activities } from '@/types/activities'
import { command } from '../kit/cloud'
import { mergePages } from '../kit/merge-pages'
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
    const by = ['rules.endsAt', past ? 'desc' : 'asc'] as const
    const parts = await Promise.all(
      nodesOf(caller, roles, at).map((node) =>
        places.of(centre).page({
          where: { path: node, 'rules.endsAt': past ? command.lte(at) : command.gt(at) },
          by,
          after,
          fields: cardFields,
        }),
      ),
    )
    const { documents, next } = mergePages(parts, by)
    return { items: await withAddresses(documents.map(cardOf)), next }
  },
})
