import { placeOf } from '@/domain/residents/places'
import { volunteers } from '@/types/volunteers'
import { found } from '../kit/failure'
import { anywhere, procedure } from '../kit/procedure'
import { personNow } from '../residents/store'
import { hoursOfPerson } from './hours'
import { entriesOf } from './show'

export const hoursOf = procedure(volunteers, 'hoursOf', {
  load: ({ centre, input }) => personNow(centre, input.person).then(found),
  place: ({ loaded }) => placeOf(loaded.facts) ?? anywhere,

  async run({ centre, caller, loaded: { facts }, input: { after }, at }) {
    const { entries, ...sums } = await hoursOfPerson(centre, facts, after, at)
    return {
      name: facts.name,
      ...sums,
      entries: {
        items: await entriesOf(centre, entries.documents, caller, at),
        next: entries.next,
      },
    }
  },
})
