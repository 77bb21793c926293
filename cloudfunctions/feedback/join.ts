import { decideJoin, joinedEnough } from '@/domain/feedback/joining'
import { feedback } from '@/types/feedback'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { marksOf } from './followed'
import { cases, sealJoiner, type CaseDoc } from './store'

/** More than anybody joins in a day, with some that they sent. */
const recent = 50

/** Nobody joins what is sealed or about a member of staff: to them it is not there. */
const joinable = (one: CaseDoc | null): CaseDoc => {
  const known = found(one)
  return known.sealed || known.aboutStaff !== null ? fail('NotFound') : known
}

/** 我也遇到了: they hear of it like who sent it, and staff see one more in the count. */
export const join = procedure(feedback, 'join', {
  load: ({ centre, input }) => cases.of(centre).get(input.case),

  async run({ centre, subject, loaded, input, at }) {
    const store = cases.of(centre)
    const marks = marksOf(centre, subject)
    const [mark] = marks
    const lately = await store.find({
      where: { followers: mark },
      order: [['at', 'desc']],
      limit: recent,
      fields: { [`joins.${mark}`]: true },
    })
    const enough = joinedEnough(
      lately.flatMap(({ joins }) => joins?.[mark] ?? []),
      at,
    )
    return decide(async (round) => {
      const now = joinable(round === 0 ? loaded : await store.get(input.case))
      const who = sealJoiner(now._id, subject.id)
      const decided = decideJoin(now, { key: input.key, at, marks, who })
      if (decided.outcome === 'done') return { joined: now.joined }
      if (decided.outcome === 'refused') return fail(decided.refusal.code, decided.refusal.data)
      if (enough) return fail('TooManyToday')
      return (await take(store, now._id, decided.step)) ? { joined: now.joined + 1 } : again
    })
  },
})
