import { innerAbove, innerBelow } from '@/domain/feedback/flow'
import { decideHandOver, decideMove } from '@/domain/feedback/working'
import { feedback } from '@/types/feedback'
import { fail } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { colleaguesAt } from './colleagues'
import { postAt } from './deadlines'
import { acted, forWork, ofCase } from './staffCase'

export const handOver = procedure(feedback, 'handOver', {
  ...ofCase,

  async run(running) {
    const { caller, loaded, input, at } = running
    const known = forWork(loaded, caller)
    const { to, words } = input
    if ('person' in to) {
      const people = await colleaguesAt(known.centre, known.path, at)
      const colleague = people.find(({ id }) => id === to.person) ?? fail('NobodyThere')
      const { id, ids, name, office } = colleague
      if (known.aboutStaff !== null && ids.includes(known.aboutStaff)) return fail('NobodyThere')
      return acted(running, (now, by, tap) =>
        decideHandOver(now, by, tap, { to: { id, name, title: office }, words }),
      )
    }
    const next = { above: innerAbove, below: innerBelow }[to.way]
    const level = known.flow && next(known.flow, known.level)
    const post = known.flow && level && (await postAt(known, known.flow, level, at))
    // The same tap again finds the case where it went, and is answered all the same.
    if (!post && !known.keys.includes(input.key)) return fail('NobodyThere')
    return acted(running, (now, by, tap) =>
      decideMove(now, by, tap, { way: to.way, words, post: post ?? { ...now } }),
    )
  },
})
