import { centre as contract } from '@/types/centre'
import { procedure, wholeCentre } from '../kit/procedure'
import { centreRecordId, centreRecords, enrolCentre } from './store'

/** What the centre says of itself; its name also goes to the list centres are chosen from. */
export const saveAbout = procedure(contract, 'saveAbout', {
  place: wholeCentre,

  async run({ centre, input: { about } }) {
    await Promise.all([
      centreRecords.of(centre).replace({ _id: centreRecordId(centre), centre, v: 1, ...about }),
      enrolCentre(centre, about.name),
    ])
    return {}
  },
})
