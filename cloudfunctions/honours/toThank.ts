import { thankableSince } from '@/domain/honours/thanks'
import { honours as contract } from '@/types/honours'
import { command } from '../kit/cloud'
import { pageOfKept } from '../kit/kept'
import { procedure } from '../kit/procedure'
import { shiftFields, shifts } from '../volunteers/store'
import { deedOfShift } from './sources'

/** Shifts are open to everybody's thanks; what was done for one person is thanked for where they see it. */
export const toThank = procedure(contract, 'toThank', {
  run({ centre, input: { after }, at }) {
    return pageOfKept(
      after,
      (from) =>
        shifts.of(centre).page({
          where: {
            state: 'open',
            endsAt: command.gt(thankableSince(at)).and(command.lte(at)),
          },
          by: ['endsAt', 'desc'],
          after: from,
          fields: { ...shiftFields, people: true },
        }),
      (documents) => documents.filter(({ people }) => people.length > 0).map(deedOfShift),
    )
  },
})
