import { residents } from '@/types/residents'
import { procedure } from '../kit/procedure'
import { consents as store, namesOf } from './store'

/** More than anybody gives; the newest are shown. */
const most = 200

export const consents = procedure(residents, 'consents', {
  load: async ({ centre, subjectId }) => {
    const newest = { order: [['givenAt', 'desc']] as const, limit: most }
    const [mine, forOthers] = await Promise.all([
      store.of(centre).find({ where: { person: subjectId }, ...newest }),
      store.of(centre).find({ where: { givenBy: subjectId }, ...newest }),
    ])
    return [...new Map([...mine, ...forOthers].map((consent) => [consent._id, consent])).values()]
  },

  run: async ({ centre, caller, loaded }) => {
    const me = caller.person.id
    // A guardian reads the child's name, a person that of who may act for them.
    const other = ({ person, about }: (typeof loaded)[number]) => (person === me ? about : person)
    const ids = loaded.map(other).filter((about) => about?.startsWith(`${centre}_`))
    const names = await namesOf(centre, ids as string[])
    return {
      items: loaded
        .map((consent) => {
          const { _id, purpose, version, givenAt, until, withdrawnAt } = consent
          const about = other(consent)
          return {
            id: _id,
            purpose,
            version,
            about: about && (names.get(about) ?? about),
            givenAt,
            until,
            withdrawnAt,
          }
        })
        .sort((a, b) => b.givenAt - a.givenAt),
    }
  },
})
