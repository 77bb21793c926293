import { command } from '../kit/cloud'
import { repeat } from '../kit/attempts'
import { now } from '../kit/clock'
import { forget } from '../activities/forget'
import { forget as forgetMeals } from '../canteen/forget'
import { messageConsents, outbox } from '../notices/store'
import { forget as forgetErrands } from '../errands/forget'
import { forget as forgetCases } from '../feedback/forget'
import { forgetWords } from '../feedback/forgetWords'
import { forget as forgetHaircuts } from '../haircuts/forget'
import { forget as forgetHonours } from '../honours/forget'
import { forget as forgetProposals } from '../proposals/forget'
import { forget as forgetShop } from '../shop/forget'
import { forget as forgetDonations } from '../projects/forget'
import { forget as forgetVotes } from '../votes/forget'
import { forget as forgetSurveys } from '../surveys/forget'
import { forget as forgetShifts } from '../volunteers/forget'
import { forgetPoints } from '../volunteers/forgetPoints'
import { forgetVolunteer } from '../volunteers/forgetVolunteer'

/** Takes what names a person out of one module's documents; what counts stays under the person's id. */
type Eraser = (centre: string, ids: readonly string[], openid: string | null) => Promise<void>

/** Each module adds its own: what copies a name, a phone, a picture or an answer of a person is listed here. */
export const erasers: readonly Eraser[] = [
  (centre, ids) => forget(centre, ids, now()),
  (centre, ids) => forgetShifts(centre, ids, now()),
  forgetVolunteer,
  (centre, ids) => forgetHaircuts(centre, ids, now()),
  (centre, ids) => forgetMeals(centre, ids, now()),
  (centre, ids) => forgetHonours(centre, ids),
  (centre, ids) => forgetShop(centre, ids, now()),
  // After the shop, which gives back what was ordered with them.
  (centre, ids) => forgetPoints(centre, ids, now()),
  (centre, ids) => forgetErrands(centre, ids, now()),
  // Before their cases, which tell what on the board is theirs.
  forgetWords,
  (centre, ids) => forgetCases(centre, ids, now()),
  (centre, ids) => forgetVotes(centre, ids),
  (centre, ids) => forgetDonations(centre, ids),
  (centre, ids) => forgetSurveys(centre, ids),
  (centre, ids) => forgetProposals(centre, ids, now()),
  async (centre, ids) => {
    const store = outbox.of(centre)
    // What they were told, and what names them to others: who asked to act, who allowed it.
    for (const field of ['to', 'thing'])
      await repeat(() => store.removeAll({ [field]: command.in([...ids]) }))
    await repeat(() => store.changeAll({ about: command.in([...ids]) }, { aboutName: '' }))
  },
  async (centre, _ids, openid) => {
    if (openid !== null) await repeat(() => messageConsents.of(centre).removeAll({ openid }))
  },
]
