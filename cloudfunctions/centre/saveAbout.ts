import { centre as contract } from '@/types/centre'
import { repeat } from '../kit/attempts'
import { fail } from '../kit/failure'
import { procedure, wholeCentre } from '../kit/procedure'
import { centreRecordId, centreRecords, enrolCentre } from './store'

/** What the centre says of itself; its name also goes to the list centres are chosen from. */
export const saveAbout = procedure(contract, 'saveAbout', {
  place: wholeCentre,

  async run({ centre, input: { about } }) {
    const saved = await repeat(() => centreRecords.of(centre).change(centreRecordId(centre), about))
    if (!saved) fail('NotFound')
    await enrolCentre(centre, about.name)
    return {}
  },
})
