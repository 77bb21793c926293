import { honours as contract } from '@/types/honours'
import { command } from '../kit/cloud'
import { procedure } from '../kit/procedure'
import { shiftFields, shifts } from '../volunteers/store'
import { deedOfShift, thankableSince } from './sources'

/** Shifts are open to everybody's thanks; what was done for one person is thanked for where they see it. */
export const toThank = procedure(contract, 'toThank', {
  async run({ centre, input: { after }, at }) {
    const { documents, next } = await shifts.of(centre).page({
      where: {
        state: 'open',
        endsAt: command.gt(thankableSince(at)).and(command.lte(at)),
      },
      by: ['endsAt', 'desc'],
      after,
      fields: { ...shiftFields, people: true },
    })
    return {
      items: documents.filter(({ people }) => people.length > 0).map(deedOfShift),
      next,
    }
  },
})
