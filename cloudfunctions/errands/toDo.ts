import { errands as contract } from '@/types/errands'
import { centreRecordOf } from '../centre/store'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { claimOf } from './show'
import { errands } from './store'
import { toDoShown } from './volunteer'

/** One errand of mine, and the card for the door. */
export const toDo = procedure(contract, 'toDo', {
  load: async ({ centre, input }) => {
    const [errand, about] = await Promise.all([
      errands.of(centre).get(input.errand),
      centreRecordOf(centre),
    ])
    return { errand, about }
  },

  async run({ caller, loaded: { errand, about }, at }) {
    const known = found(errand)
    if (!claimOf(known, idsOf(caller.person))) return fail('NotFound')
    return {
      toDo: await toDoShown(known, caller, at),
      card: {
        name: caller.person.name,
        centreName: about?.name ?? '',
        centrePhone: about?.phone ?? null,
      },
    }
  },
})
