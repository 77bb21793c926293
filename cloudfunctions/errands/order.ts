import { nextTurn, orderRefusal } from '@/domain/errands/order'
import { errands as contract } from '@/types/errands'
import { refuseBadWords } from '../media/words'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { actsAsStaff, idsOf } from '../kit/subject'
import { people } from '../residents/store'
import { complete } from './complete'
import { errandsShown } from './show'
import { errandId, errandKinds, errands, type ErrandDoc } from './store'

/** Into a home two go. */
const helpersOf = ({ atHome }: { atHome: boolean }): number => (atHome ? 2 : 1)

/** More errands than one person has in the year they are kept. */
const most = 200

const errandsOf = async (centre: string, ids: readonly string[]): Promise<ErrandDoc[]> => {
  const { documents } = await errands.of(centre).page({
    where: ids.map((person) => ({ person })),
    by: ['at', 'desc'],
    limit: most,
    fields: { at: true, turn: true, key: true, state: true, day: true },
  })
  return documents
}

/**
 * Orders something of the menu; volunteers are asked at once. An errand is named after its turn among those of the
 * person: two who order at once come one after the other, and none is one too many.
 */
export const order = procedure(contract, 'order', {
  load: ({ centre, input }) => errandKinds.of(centre).get(input.kind),

  async run({ centre, openid, caller, subject, loaded, input, at }) {
    const { key, what, day, part, cannotLeave } = input
    const kind = found(loaded)
    let checked = false
    const errand = await decide(async () => {
      const [person, before] = await Promise.all([
        people.of(centre).get(subject.id, { homeName: true }),
        errandsOf(centre, idsOf(subject)),
      ])
      const same = before.find((one) => one.key === key)
      if (same) return same._id
      const { homeName } = found(person)
      const refusal = orderRefusal(kind, { ...subject, homeName }, { day, cannotLeave }, before, at)
      if (refusal) return fail(refusal.code, refusal.data)
      if (!checked) await refuseBadWords(openid, [what])
      checked = true
      const turn = nextTurn(before)
      const ordered: ErrandDoc = {
        _id: errandId(centre, subject.id, turn),
        centre,
        v: 1,
        turn,
        key,
        person: subject.id,
        personName: subject.name,
        household: subject.household,
        path: subject.path,
        by: caller.person.id,
        byName: caller.person.id === subject.id ? null : caller.person.name,
        byStaff: actsAsStaff(caller, subject),
        kind: kind._id,
        kindName: kind.name,
        skills: kind.skills,
        atHome: kind.atHome,
        usual: kind.minutes,
        cost: kind.cost,
        savedBy: kind.savedBy,
        what,
        seq: 0,
        state: 'open',
        day,
        part,
        at,
        needed: helpersOf(kind),
        left: helpersOf(kind),
        claims: {},
        asked: {},
        gone: {},
        people: [],
        invited: [],
        askNextAt: at,
        because: null,
        rating: null,
        minutes: null,
        doneAt: null,
        endedBy: null,
        confirmedBy: null,
        trouble: null,
        forStaff: false,
        settled: null,
        reminded: false,
        news: {},
        hoursOwed: false,
        due: at,
      }
      return (await errands.of(centre).insert(ordered)) ? ordered._id : again
    })
    await complete(centre, errand, at)
    const [shown] = await errandsShown([found(await errands.of(centre).get(errand))], [subject], at)
    return found(shown)
  },
})
