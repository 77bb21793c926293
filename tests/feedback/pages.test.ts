import { feedback, type CaseLevel } from '@/types/feedback'
import { residents } from '@/types/residents'
import type { Input } from '@/types/shared/contract'
import { dayMs } from '@/types/shared/day'
import type { TestCloud } from '../support/cloud'
import { copies, everyPage, threeAtOnce } from '../support/pages'
import { as, pathOf, places, staffId, staffOf, saturday, startCentre } from '../support/people'
import { caseDoc, dispute, lamp, li, of, owners, reported, road } from './speaking'

jest.setTimeout(180_000)

// Staff of three places, one of them inside another, look for cases by all that can be chosen at once: each is there
// once and in order, a page costs the passport and one request, and among hundreds of others no more is looked through.

type Asked = Input<(typeof feedback)['procedures']['cases']>

interface Kept {
  _id: string
  state: string
  stage: string
  owner: string | null
  toRing?: boolean
  category: string
  level: CaseLevel
  path: string[]
  due: number | null
  at: number
}

const now = Date.parse(saturday)
const staff = staffOf.jingStaff
const mine = staffId(staff)
const other = staffId(staffOf.chunStaff)
const past = threeAtOnce(now - 20 * dayMs)
const future = threeAtOnce(now + dayMs)

const batches = {
  mine: (n: number) => ({ state: 'taken', stage: 'active', owner: mine, due: future(n) }),
  free: (n: number) => ({ state: 'open', stage: 'active', owner: null, due: future(n) }),
  late: (n: number) => ({ state: 'taken', stage: 'active', owner: other, due: past(n) }),
  // Waits for an answer: without a deadline it stands before all others.
  asked: () => ({ state: 'askedBack', stage: 'active', owner: other, due: null }),
  held: (n: number) => ({ state: 'held', stage: 'new', owner: null, due: future(n) }),
  solved: () => ({ state: 'solved', stage: 'solved', owner: other, due: null }),
  toRing: (n: number) => ({
    ...{ state: n % 2 === 0 ? 'refused' : 'merged', stage: 'ended', owner: other, due: null },
    toRing: true,
  }),
  ended: () => ({ state: 'confirmed', stage: 'ended', owner: other, due: null, toRing: true }),
}
type Batch = keyof typeof batches

const inView: Readonly<Record<Asked['view'], (one: Kept) => boolean>> = {
  mine: ({ stage, owner }) => stage === 'active' && owner === mine,
  free: ({ stage, owner }) => stage === 'active' && owner === null,
  late: ({ stage, due }) => stage === 'active' && due !== null && due < now,
  held: ({ state }) => state === 'held',
  active: ({ stage }) => stage === 'active',
  solved: ({ stage }) => stage === 'solved',
  toRing: ({ state, toRing }) => toRing === true && state !== 'confirmed',
  ended: ({ stage }) => stage === 'ended',
}
const views = Object.keys(inView) as Asked['view'][]
const byDeadline: readonly string[] = ['mine', 'free', 'late', 'held', 'active']

const spots = [places.jing3, places.jing30, places.chun7]
const levels = ['grid', 'community', 'street'] as const
const fits = (n: number) => ({
  category: n % 2 === 0 ? lamp : road,
  level: levels[n % 3]!,
  path: pathOf(spots[Math.floor(n / 6) % 3]!),
  placeName: '',
  gridName: '',
})

let cloud: TestCloud
let kept: Kept[]
/** The complaints about something on the board, and what else lists hold. */
let things: Record<'entries' | 'complaints' | 'settled' | 'sealed' | 'mediated', string[]>

const granted = (role: 'gridWorker' | 'communityStaff' | 'mediator', node: string) =>
  as(cloud, residents, staffOf.admin)('grantRole', { person: mine, role, node })

beforeAll(async () => {
  cloud = await startCentre()
  await owners(cloud)
  await li(cloud)
  await granted('gridWorker', places.jingGrid)
  await granted('communityStaff', places.chun)
  await granted('mediator', places.jing)

  const confirmed = await reported(cloud, 'o-li')
  await cloud.admin.collection('cases').doc(confirmed).update({ state: 'confirmed' })
  const draft = {
    ...{ title: '灯亮了', words: '换了灯泡', place: 'none' as const },
    ...{ before: null, after: null },
  }
  const { id: entry } = await of(cloud, staff)('publish', { case: confirmed, draft })
  await of(cloud, 'o-li')('complain', {
    ...{ about: { kind: 'board', id: entry }, because: '看得出是我家' },
  })
  const { items } = await of(cloud, staff)('complaints', { view: 'open' })
  const complaint = items[0]!.id
  const at = (n: number) => ({ at: past(n) })
  const where = (n: number) => ({ path: fits(n).path })
  const settled = { hidden: true, words: '', by: '钱社工', key: 'settled', owed: false }
  const quarrel = await reported(cloud, 'o-li', { category: dispute })
  const { sealing } = await caseDoc(cloud, quarrel)
  const sealed = (n: number, mediator: string | null) => ({
    ...{ sealedAuthor: null, due: future(n), sealing: { ...sealing, ...where(n), mediator } },
  })
  things = {
    entries: await copies(cloud, 'case_board', entry, at),
    complaints: await copies(cloud, 'case_complaints', complaint, (n) => ({
      ...{ ...at(n), ...where(n) },
    })),
    settled: await copies(cloud, 'case_complaints', complaint, (n) => ({
      ...{ _id: `${complaint}-settled-${String(n).padStart(2, '0')}` },
      ...{ ...at(n), ...where(n), state: 'settled', settled },
    })),
    sealed: await copies(cloud, 'cases', quarrel, (n) => sealed(n, null)),
    mediated: await copies(cloud, 'cases', quarrel, (n) => ({
      ...{ ...sealed(n, mine), _id: `${quarrel}-mine-${String(n).padStart(2, '0')}` },
    })),
  }

  kept = []
  for (const batch of Object.keys(batches) as Batch[]) {
    const made = (n: number) => ({
      ...{ _id: `${confirmed}-${batch}-${String(n).padStart(2, '0')}`, at: past(n), nextAt: null },
      ...{ ...batches[batch](n), ...fits(n) },
    })
    await copies(cloud, 'cases', confirmed, made)
    kept.push(...Array.from({ length: 44 }, (_, n) => made(n)))
  }
  await cloud.admin.collection('cases').doc(confirmed).remove()
})

afterAll(() => cloud.stop())

/** What differs in one thing only from what is looked for below, before all that fits: 264 of each. */
const crowds: Record<string, [Batch, Pick<Kept, 'category' | 'level'>]> = {
  otherCategory: ['free', { category: 'dl_fk-repair', level: 'grid' }],
  otherLevel: ['free', { category: lamp, level: 'outside' }],
  otherOwner: ['late', { category: lamp, level: 'grid' }],
  solvedOtherCategory: ['solved', { category: 'dl_fk-repair', level: 'grid' }],
  solvedOtherLevel: ['solved', { category: lamp, level: 'outside' }],
}

const crowded = async () => {
  for (const [name, [batch, fitting]] of Object.entries(crowds))
    for (let nth = 0; nth < 6; nth++) {
      const made = (n: number) => {
        const one = batches[batch](n)
        return {
          ...{ _id: `${kept[0]!._id}-${name}-${nth}-${n}`, at: now + 1 },
          ...{ ...one, ...fits(n), ...fitting, path: pathOf(places.jing12) },
          due: one.due === null ? null : now - 40 * dayMs,
        }
      }
      await copies(cloud, 'cases', kept[0]!._id, made)
      kept.push(...Array.from({ length: 44 }, (_, n) => made(n)))
    }
}

const compare = (one: number | string, than: number | string) =>
  one < than ? -1 : one > than ? 1 : 0

const inOrder = (view: Asked['view'], fitting: readonly Kept[]): string[] =>
  fitting
    .filter(inView[view])
    .sort((one, than) =>
      byDeadline.includes(view)
        ? compare(one.due ?? 0, than.due ?? 0) || compare(one._id, than._id)
        : compare(than.at, one.at) || compare(than._id, one._id),
    )
    .map(({ _id }) => _id)

type Filter = Pick<Asked, 'category' | 'level' | 'node'>

const filters: readonly Filter[] = [
  {},
  { category: lamp },
  { level: 'street' },
  { node: places.chun7 },
  { category: road, level: 'community' },
  { category: lamp, level: 'grid' },
  { category: lamp, level: 'grid', node: places.jing30 },
]

const fitting = ({ category, level, node }: Filter): Kept[] =>
  kept.filter(
    (one) =>
      (category === undefined || one.category === category) &&
      (level === undefined || one.level === level) &&
      (node === undefined || one.path.includes(node)),
  )

const read = async (input: Omit<Asked, 'after'>) => {
  const { items, requests } = await everyPage(cloud, 'feedback.cases', (page) =>
    of(cloud, staff)('cases', { ...input, ...page }),
  )
  expect(Math.max(...requests)).toBe(2)
  return items.map(({ id }) => id)
}

describe('cases', () => {
  test.each(views)(
    '%s: all of it once and in order, by category, level and building at once and by each of them',
    async (view) => {
      for (const filter of filters) {
        const found = await read({ view, ...filter })
        expect(found.length).toBeGreaterThan(0)
        expect(found).toEqual(inOrder(view, fitting(filter)))
      }
    },
  )
})

test('who reported them reads all of theirs', async () => {
  const { items, requests } = await everyPage(cloud, 'feedback.mine', (page) =>
    of(cloud, 'o-li')('mine', page),
  )
  const ids = items.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toEqual(expect.arrayContaining(kept.map(({ _id }) => _id)))
  expect(items.map(({ at }) => at)).toEqual(items.map(({ at }) => at).sort((a, b) => b - a))
  expect(Math.max(...requests)).toBe(2)
})

test.each<[name: string, view: string | null, of: () => string[], lastFirst: boolean]>([
  ['board', null, () => things.entries, true],
  ['complaints', 'open', () => things.complaints, false],
  ['complaints', 'settled', () => things.settled, true],
  ['sealedCases', 'mine', () => things.mediated, false],
  ['sealedCases', 'active', () => [...things.sealed, ...things.mediated], false],
])(
  '%s %s: each page is asked for at once, and nothing is skipped',
  async (name, view, of, last) => {
    const { items, requests } = await everyPage(cloud, `feedback.${name}`, (page) =>
      as(
        cloud,
        feedback,
        name === 'board' ? 'o-li' : staff,
      )(name as 'board', { ...page, ...(view && { view }) }),
    )
    const ids = items.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const place = (id: string) => [Number(id.slice(-2)), id] as const
    const wanted = [...of()].sort((one, than) => {
      const [[n, a], [m, b]] = [place(one), place(than)]
      return Math.floor(n / 3) - Math.floor(m / 3) || compare(a, b)
    })
    expect(ids.filter((id) => wanted.includes(id))).toEqual(last ? wanted.reverse() : wanted)
    expect(Math.max(...requests)).toBe(2)
  },
)

test('cases of each building are counted once, in one request beside the passport', async () => {
  await cloud.resetMetrics()
  const { grids } = await of(cloud, staff)('byBuilding', {})
  expect((await cloud.metrics()).procedures['feedback.byBuilding']!.requests).toBe(2)
  const open = grids.flatMap(({ places: all }) => all.map((one) => [one.node, one.open] as const))
  const counted = kept.filter(inView.active)
  for (const spot of [places.jing30, places.chun7])
    expect(Object.fromEntries(open)[spot]).toBe(
      counted.filter(({ path }) => path.includes(spot)).length,
    )
  expect(new Set(open.map(([node]) => node)).size).toBe(open.length)
})

test('who works for a community and for one of its grids meets nothing twice', async () => {
  const reader = of(cloud, staff)
  const figures = await reader('dashboard', { from: '2026-11-01', to: '2026-11-30' })
  expect(figures.nodes.map(({ id }) => id).sort()).toEqual(
    [places.jing, places.jingGrid, places.jingGrid2, places.chun, places.chunGrid].sort(),
  )
  const open = kept.filter(inView.active)
  for (const node of [places.jing, places.jingGrid]) {
    const there = await reader('dashboard', { from: '2026-11-01', to: '2026-11-30', node })
    expect(there.open.reduce((sum, level) => sum + level.open, 0)).toBe(
      open.filter(({ path }) => path.includes(node)).length,
    )
  }
  const { items } = await reader('cases', { view: 'mine', category: lamp, node: places.jing30 })
  const { people } = await reader('colleagues', { cases: items.map(({ id }) => id) })
  expect(people.map(({ id }) => id).sort()).toEqual([mine, staffId(staffOf.centreStaff)].sort())
})

describe('cases among hundreds that do not fit', () => {
  beforeAll(crowded)

  test.each(views)('%s: no more than what fits is looked through', async (view) => {
    for (const filter of filters) {
      await cloud.resetMetrics()
      const { items } = await of(cloud, staff)('cases', { view, ...filter })
      expect(items.map(({ id }) => id)).toEqual(inOrder(view, fitting(filter)).slice(0, 20))
      expect((await cloud.metrics()).procedures['feedback.cases']!.requests).toBe(2)
    }
  })

  test('beside a case stand ten that may be the same, each once', async () => {
    const [one] = fitting({ category: lamp, node: places.jing12 })
    const { cases } = await of(cloud, staff)('alike', { case: one!._id })
    expect(new Set(cases.map(({ id }) => id)).size).toBe(10)
    const lamps = fitting({ category: lamp }).map(({ _id }) => _id)
    expect(lamps).toEqual(expect.arrayContaining(cases.map(({ id }) => id)))
  })
})
