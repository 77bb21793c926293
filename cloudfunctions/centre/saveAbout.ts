import { centre as contract } from '@/types/centre'
import { procedure, wholeCentre } from '../kit/procedure'
import { centreRecordId, centreRecordOf, centreRecords, enrolCentre } from './store'

/** What the centre says of itself; its name also goes to the list centres are chosen from. */
export const saveAbout = procedure(contract, 'saveAbout', {
  load: ({ centre }) => centreRecordOf(centre),
  place: wholeCentre,

  async run({ centre, input: { about }, loaded }) {
    await Promise.all([
      centreRecords.of(centre).replace({
        _id: centreRecordId(centre),
        centre,
        v: 1,
        openedBy: loaded?.openedBy ?? null,
        ...about,
      }),
      enrolCentre(centre, about.name),
    ])
    return {}
  },
})
