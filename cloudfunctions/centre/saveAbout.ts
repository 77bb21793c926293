import { centre as contract } from '@/types/centre'
import { repeat } from '../kit/attempts'
import { found } from '../kit/failure'
import { procedure, wholeCentre } from '../kit/procedure'
import { centreRecordId, centreRecordOf, centreRecords, enrolCentre } from './store'

/** What the centre says of itself; its name also goes to the list centres are chosen from. */
export const saveAbout = procedure(contract, 'saveAbout', {
  load: ({ centre }) => centreRecordOf(centre),
  place: wholeCentre,

  async run({ centre, input: { about }, loaded }) {
    found(loaded)
    // What is as it was counts as no change: the answer says nothing about whether the record is there.
    await repeat(() => centreRecords.of(centre).change(centreRecordId(centre), about))
    await enrolCentre(centre, about.name)
    return {}
  },
})
