import { decideHandOver } from '@/domain/feedback/working'
import { feedback } from '@/types/feedback'
import type { Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { fail, Failure } from '../kit/failure'
import { holds, type Passport } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { colleaguesAt, type Colleague } from './colleagues'
import { forWork } from './staffCase'
import { cases, type CaseDoc } from './store'
import { workerOf } from './titles'
import { worked } from './worked'

const deciders = feedback.procedures.handOverSeveral.may.roles

/** So many at a time: each is a change of its own, and a phone does not wait for twenty in a row. */
const atOnce = 5

export const handOverSeveral = procedure(feedback, 'handOverSeveral', {
  load: ({ centre, input }) =>
    cases.of(centre).find({ where: { _id: command.in(input.cases) }, limit: input.cases.length }),
  place: () => anywhere,

  async run({ centre, caller, loaded, input, at }) {
    const { key, to, words } = input
    if (loaded.length === 0) return fail('NotFound')
    const nodes = [...new Set(loaded.flatMap(({ path }) => path))]
    const people = nodes.length === 0 ? [] : await colleaguesAt(centre, nodes, at)
    const colleague = people.find(({ id }) => id === to) ?? null
    const give = async (id: string) => {
      const one = loaded.find(({ _id }) => _id === id) ?? null
      const code = await given(one, { key, words, caller, colleague, at })
      return { case: id, number: one?.number ?? null, code }
    }
    const outcomes: Awaited<ReturnType<typeof give>>[] = []
    for (let from = 0; from < input.cases.length; from += atOnce)
      outcomes.push(...(await Promise.all(input.cases.slice(from, from + atOnce).map(give))))
    return {
      done: outcomes.filter(({ code }) => code === 'ok').map((one) => one.case),
      not: outcomes.filter(({ code }) => code !== 'ok'),
    }
  },
})

interface Giving {
  key: string
  words: string
  caller: Passport
  colleague: Colleague | null
  at: Instant
}

/** Gives one of them; why not, or ok. */
const given = async (
  one: CaseDoc | null,
  { key, words, caller, colleague, at }: Giving,
): Promise<string> => {
  try {
    if (one && !holds(caller, deciders, one.path, at)) return 'NotAllowed'
    const known = forWork(one, caller)
    const there = (await colleaguesAt(known.centre, known.path, at)).find(
      ({ id }) => id === colleague?.id,
    )
    if (!there || (known.aboutStaff !== null && there.ids.includes(known.aboutStaff)))
      return 'NobodyThere'
    const { id, name, office } = there
    await worked(known, at, (now) =>
      decideHandOver(
        now,
        workerOf(caller, now, at),
        { key, rev: known.rev, at },
        { to: { id, name, title: office }, words },
      ),
    )
    return 'ok'
  } catch (error) {
    if (error instanceof Failure) return error.code
    throw error
  }
}
