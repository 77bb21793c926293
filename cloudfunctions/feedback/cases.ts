import { rungStates } from '@/domain/feedback/rung'
import { feedback } from '@/types/feedback'
import { dayOf, type Instant } from '@/types/shared/day'
import type { Input } from '@/types/shared/contract'
import { command } from '../kit/cloud'
import { pageOfKept } from '../kit/kept'
import { nodesOf, type Passport } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import type { Fields } from '../kit/query'
import { idsOf } from '../kit/subject'
import { listedFields, listedOf } from './shown'
import { atAnyLevel, cases as documentsOf, type CaseDoc } from './store'

type Asked = Input<(typeof feedback)['procedures']['cases']>
type View = Asked['view']

const { roles } = feedback.procedures.cases.may

/** Walked along an index each: place, stage, who answers for it, category, level, then the order. */
const conditions: Readonly<Record<View, (at: Instant, ids: readonly string[]) => Fields>> = {
  mine: (_, ids) => ({ stage: 'active', owner: command.in([...ids]) }),
  active: () => ({ stage: 'active' }),
  free: () => ({ stage: 'active', owner: null }),
  late: (at) => ({ stage: 'active', due: command.lt(at) }),
  held: () => ({ stage: 'new', state: 'held' }),
  solved: () => ({ stage: 'solved' }),
  // So few wait for a call that what is looked for is found among them.
  toRing: () => ({ toRing: true, state: command.in([...rungStates]) }),
  ended: () => ({ stage: 'ended' }),
}

const byDeadline: readonly View[] = ['mine', 'active', 'free', 'late', 'held']

/** 2026-0312, also where only 312 was typed. */
const numberOf = (typed: string, at: Instant): string => {
  const [year, n] = typed.includes('-') ? typed.split('-') : [dayOf(at).slice(0, 4), typed]
  return `${year}-${(n ?? '').padStart(4, '0')}`
}

const wanted = (input: Asked, caller: Passport, at: Instant): Fields[] => {
  const { view, category, level, node, number } = input
  const mine = nodesOf(caller, roles, at)
  if (number !== undefined) return mine.map((path) => ({ number: numberOf(number, at), path }))
  const filter = {
    ...conditions[view](at, idsOf(caller.person)),
    ...(category !== undefined && { category }),
    level: level ?? atAnyLevel,
  }
  return (node === undefined ? mine : [node]).map((path) => ({ ...filter, path }))
}

/** What is to be done comes by deadline, what is over by when it came. Never what is about the reader, or sealed. */
export const cases = procedure(feedback, 'cases', {
  place: () => anywhere,

  async run({ centre, caller, input, at }) {
    const { view, number, after } = input
    const mine = nodesOf(caller, roles, at)
    const shown = ({ aboutStaff, sealed, path }: CaseDoc) =>
      !sealed &&
      path.some((node) => mine.includes(node)) &&
      !idsOf(caller.person).some((id) => id === aboutStaff)
    const { items, next } = await pageOfKept(
      after,
      (from) =>
        documentsOf.of(centre).page({
          where: wanted(input, caller, at),
          by: byDeadline.includes(view) && number === undefined ? ['due', 'asc'] : ['at', 'desc'],
          after: from,
          fields: { ...listedFields, aboutStaff: true, path: true },
        }),
      (documents) => documents.filter(shown),
    )
    return { items: items.map((one) => listedOf(one, at)), next }
  },
})
