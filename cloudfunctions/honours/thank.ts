import { mostThanks } from '@/domain/honours/thanks'
import { honours as contract } from '@/types/honours'
import { dayOf } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { verdictOnWords } from '../media/words'
import { mayGuess } from '../residents/guesses'
import { noteOf } from './notes'
import { sources } from './sources'
import { thanksNotes, type ThanksDoc } from './store'
import { thankable } from './whomToThank'

/** One note for each person and deed: its id is made from them, so that no second tap writes another. */
export const thank = procedure(contract, 'thank', {
  async run({ centre, openid, subject, input, at }) {
    const { key, to, words } = input
    const { kind, id } = input.for
    if (idsOf(subject).includes(to)) return fail('NotYourself')
    const store = thanksNotes.of(centre)
    const noteId = (from: string, whom: string) => hiddenId(centre, 'tk', from, whom, kind, id)
    const _id = noteId(subject.id, to)
    const [known, done] = await Promise.all([
      store.get(_id),
      sources[kind](centre, id, subject, at),
    ])
    if (known) return known.key === key ? noteOf(known) : fail('AlreadyThanked')
    if (!done) return fail('NothingToThankFor')
    const today = dayOf(at)
    const person =
      (await thankable(centre, done, today)).find(({ facts }) => idsOf(facts).includes(to)) ??
      fail('NothingToThankFor')
    // Before records became one, it was said under other ids.
    const others = idsOf(subject)
      .flatMap((from) => idsOf(person.facts).map((whom) => noteId(from, whom)))
      .filter((other) => other !== _id)
    if (others.length > 0) {
      const [said] = await store.find({ where: { _id: command.in(others) }, limit: 1 })
      if (said) return fail('AlreadyThanked')
    }
    const checked = await checkedWords(openid, words)
    if (!(await mayGuess(centre, `thanks:${subject.id}`, _id, today, mostThanks)))
      return fail('TooMany', { most: mostThanks })
    const note: ThanksDoc = {
      ...{ _id, centre, v: 1, key },
      ...{ from: subject.id, fromName: subject.name, to: person._id, toName: person.facts.name },
      ...{ kind, thing: id, what: done.deed.title, path: done.path, words, checked },
      ...{ state: 'waiting', decidedBy: null, wall: null, onWall: false, because: null },
      ...{ answeredBy: null, answeredAt: null, owes: false, at },
    }
    if (await store.insert(note)) return noteOf(note)
    const first = found(await store.get(_id))
    return first.key === key ? noteOf(first) : fail('AlreadyThanked')
  },
})

/** Whether WeChat looked at the words and found nothing. While its check is out of order nothing is lost: staff look. */
const checkedWords = async (openid: string, words: string): Promise<boolean> => {
  const verdict = await verdictOnWords(openid, [words])
  return verdict === 'pass' || (verdict === 'unknown' ? false : fail('TextRefused'))
}
