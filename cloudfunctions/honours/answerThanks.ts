import { decideThanks, type Answer } from '@/domain/honours/thanks'
import { honours as contract } from '@/types/honours'
import { dayOf } from '@/types/shared/day'
import { refuseBadWords } from '../media/words'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { idsOf } from '../kit/subject'
import { complete } from './complete'
import { noteForStaff } from './notes'
import { thanksNotes, type ThanksDoc } from './store'
import { standing } from './wall'

export const answerThanks = procedure(contract, 'answerThanks', {
  load: ({ centre, input }) => thanksNotes.of(centre).get(input.thanks),
  place: ({ loaded }) => found(loaded).path,
  concerns: ({ loaded }) => found(loaded).to,

  async run({ centre, openid, caller, loaded, input, at }) {
    const { key, publish, wall, because = null } = input
    const { from, to } = found(loaded)
    const mine: readonly string[] = idsOf(caller.person)
    if (mine.includes(from) || mine.includes(to)) return fail('NotYourself')
    if (wall !== undefined) {
      const there = (await standing(centre, [to], dayOf(at))).get(to)
      if (there !== 'stands') return fail(there ? 'NotOnWall' : 'NoConsent')
      await refuseBadWords(openid, [wall])
    }
    const by = caller.person.id
    const answer = { key, publish, wall: wall ?? null, because, by, at }
    const answered = await answerNote(found(loaded), answer)
    await complete(answered)
    return noteForStaff(answered)
  },
})

/** One conditional update decides, whoever of the staff answers at the same time. The note as it is then. */
export const answerNote = async (first: ThanksDoc, answer: Answer): Promise<ThanksDoc> => {
  const { _id, centre } = first
  const store = thanksNotes.of(centre)
  await decide(async (round) => {
    const note = found(round === 0 ? first : await store.get(_id))
    const decision = decideThanks(note, answer)
    if (decision.outcome === 'refused') return fail(decision.refusal.code)
    if (decision.outcome === 'same') return
    return (await take(store, _id, decision.step)) ? undefined : again
  })
  return found(await store.get(_id))
}
