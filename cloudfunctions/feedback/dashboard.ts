import {
  emptyTally,
  medianDays,
  openByLevel,
  plusTally,
  type Tally,
} from '@/domain/feedback/figures'
import { feedback, type CaseCounts, type Dashboard } from '@/types/feedback'
import { addDays, dayOf, daysBetween, type Day, type Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { fail } from '../kit/failure'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import type { Fields } from '../kit/query'
import { nodes as nodesStore } from '../residents/store'
import { countedOn } from './caseEvents'
import { flowsOf } from './flows'
import { atAnyLevel, caseFigures, cases, type CaseDoc } from './store'

const { roles } = feedback.procedures.dashboard.may

const longest = 366

/** More nodes than anybody chooses from. */
const mostNodes = 100

/** A request answers so many at most; more than so many times as many are never open at once. */
const atOnce = 1000
const mostPages = 20

const activeOf = async (
  centre: string,
  where: Fields,
  fields: Readonly<Record<string, true>>,
): Promise<CaseDoc[]> => {
  const all: CaseDoc[] = []
  let after: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const { documents, next } = await cases.of(centre).page({
      where: { ...where, stage: 'active' },
      by: ['due', 'asc'],
      after,
      limit: atOnce - 1,
      fields: { ...fields, due: true },
    })
    all.push(...documents)
    if (next === null) break
    after = next
  }
  return all
}

/** The figures of some nodes over a period: days counted at night, and what came since. */
const talliesOf = async (
  centre: string,
  nodes: readonly string[],
  { from, to }: { from: Day; to: Day },
  at: Instant,
): Promise<(node: string) => Tally> => {
  const wanted = Object.fromEntries(nodes.map((node) => [`byNode.${node}`, true as const]))
  const kept = await caseFigures.of(centre).find({
    where: { day: command.and([command.gte(from), command.lte(to)] as never) },
    order: [['day', 'asc']],
    limit: longest,
    fields: { day: true, ...wanted },
  })
  const known = new Set(kept.map(({ day }) => day))
  const fresh = [addDays(dayOf(at), -1), dayOf(at)].filter(
    (day) => from <= day && day <= to && !known.has(day),
  )
  const days = [
    ...kept.map(({ byNode }) => byNode),
    ...(await Promise.all(fresh.map((day) => countedOn(centre, day)))),
  ]
  return (node) =>
    days.reduce<Tally>((sum, byNode) => plusTally(sum, byNode[node] ?? emptyTally), emptyTally)
}

const countsOf = ({ received, solved, confirmed, lapsed, reopened }: CaseCounts): CaseCounts => ({
  ...{ received, solved, confirmed, lapsed, reopened },
})

export const dashboard = procedure(feedback, 'dashboard', {
  place: () => anywhere,

  async run({ centre, caller, input: { from, to, node: asked }, at }): Promise<Dashboard> {
    if (to < from || daysBetween(from, to) >= longest) return fail('TooLong')
    const mine = nodesOf(caller, roles, at)
    // Grids and what is above them: figures are kept of these.
    const below = await nodesStore.of(centre).find({
      where: { path: command.in([...mine]), kind: command.in(['centre', 'community', 'grid']) },
      limit: mostNodes,
      fields: { kind: true, label: true, name: true, path: true },
    })
    const inOrder = below.sort((one, other) => one.path.length - other.path.length)
    const node = inOrder.find(({ _id }) => asked === undefined || _id === asked)
    if (!node) return fail('NotAllowed')
    const communities = inOrder.filter(
      ({ kind, path }) => kind === 'community' && path.includes(node._id) && node.kind === 'centre',
    )
    const [active, sealed, tally, { versions }] = await Promise.all([
      activeOf(centre, { path: node._id, level: atAnyLevel }, { level: true }),
      activeOf(centre, { 'sealing.path': node._id }, { sealing: true }),
      talliesOf(
        centre,
        [node, ...communities].map(({ _id }) => _id),
        { from, to },
        at,
      ),
      flowsOf(centre),
    ])
    const all = tally(node._id)
    const communityOf = ({ kind, path }: (typeof below)[number]) =>
      kind === 'grid' ? below.find(({ _id }) => _id === path.at(-2)) : undefined
    const names = new Map(versions.map(({ category, name }) => [category, name]))
    return {
      node: { id: node._id, name: node.label },
      // Grids have the same names in every community.
      nodes: inOrder.map((one) => ({
        id: one._id,
        name: [communityOf(one)?.name ?? [], one.label].flat().join(' '),
      })),
      open: openByLevel(active, at),
      ...countsOf(all),
      medianDays: medianDays(all.days),
      byCategory: Object.entries(all.byCategory)
        .map(([category, counts]) => ({ category: names.get(category) ?? '', ...countsOf(counts) }))
        .sort((one, other) => other.received - one.received),
      byCommunity: communities.map(({ _id, name }) => ({ name, ...countsOf(tally(_id)) })),
      sealed: {
        open: sealed.length,
        late: sealed.filter(({ sealing }) => sealing?.late).length,
        ...countsOf(all.sealed),
      },
    }
  },
})
