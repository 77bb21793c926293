import { decideMinutes } from '@/domain/proposals/meeting'
import { proposals as contract } from '@/types/proposals'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { refuseBadWords } from '../media/words'
import { changeMeeting } from './follow'
import { meetingForStaff } from './showMeeting'
import { meetings } from './store'

/** The minutes, and what was decided on each item: published at once, and each proposal says what came of it. */
export const writeMinutes = procedure(contract, 'writeMinutes', {
  load: ({ centre, input }) => meetings.of(centre).get(input.meeting),
  place: ({ loaded }) => found(loaded).path,

  async run({ openid, caller, loaded, input: { key, rev, words, decisions }, at }) {
    if (words === '') return fail('WordsNeeded')
    const known = found(loaded)
    if (!known.keys.includes(key))
      await refuseBadWords(openid, [words, ...decisions.map((one) => one.words)])
    const by = caller.person.id
    return meetingForStaff(
      await changeMeeting(
        known,
        (now) => decideMinutes(now, { key, at, by, rev, words, decisions }),
        at,
      ),
      at,
    )
  },
})
