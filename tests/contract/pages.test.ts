import { projects } from '@/types/projects'
import { proposals } from '@/types/proposals'
import { residents } from '@/types/residents'
import type { Envelope } from '@/types/shared/envelope'
import { donation, funded } from '../projects/building'
import { hall, proposed, published as wished } from '../proposals/council'
import { published as asked } from '../surveys/asking'
import type { TestCloud } from '../support/cloud'
import { copies, everyPage, threeAtOnce, type Page } from '../support/pages'
import {
  as,
  dl,
  jingHome,
  places,
  resident,
  staffId,
  staffOf,
  startCentre,
  verify,
} from '../support/people'
import { ballotDocs, opened } from '../votes/voting'

jest.setTimeout(180_000)

// A page costs the passport and one request, whoever reads it and however far behind: also for staff of three places,
// one of them inside another, and for a family. What belongs to one thing reads that thing as well; what may have
// changed since it was written down (names, reversals) is read once more each.

let cloud: TestCloud
let things: Record<'vote' | 'project', string>
/** Ids of the copies of each thing, in the order in which they were made. */
let copied: Record<
  | 'wishes'
  | 'proposals'
  | 'complaints'
  | 'meetings'
  | 'tasks'
  | 'votes'
  | 'ballots'
  | 'projects'
  | 'lines'
  | 'surveys',
  string[]
>

const li = 'o-li'
const staff = staffOf.jingStaff
const later = '2026-11-25T11:30:00+08:00'
const now = Date.parse(later)
const day = 86_400_000

const before = threeAtOnce(now - 10 * day)
const after = threeAtOnce(now + day)
const isOdd = (n: number) => n % 2 === 1
const taskState = (n: number) => ['open', 'done', 'ended'][n % 3]
const projectState = (n: number) => ['going', 'done', 'calledOff'][n % 3]
const isOver = (n: number) => n % 3 > 0

beforeAll(async () => {
  cloud = await startCentre()
  const birthDate = '1960-03-01'
  const home = jingHome('301')
  const { id: person } = await resident(cloud, li, '李奶奶', { birthDate, home })
  await verify(cloud, person, birthDate, home)
  const family = { name: '李太太', relation: 'parent', consent: 'spoken' } as const
  await as(cloud, residents, li)('addDependant', family)
  const granting = as(cloud, residents, staffOf.admin)
  for (const node of [places.jingGrid, places.chun])
    await granting('grantRole', { person: staffId(staff), role: 'centreStaff', node })

  const council = as(cloud, proposals, staff)
  const wish = await wished(cloud, li)
  const proposal = await proposed(cloud, li)
  await as(cloud, proposals, li)('complain', { of: 'wish', thing: wish, words: '写得不对' })
  const { items: complaints } = await council('complaintsForStaff', {})
  const { id: meeting } = await council('saveMeeting', { draft: hall([{ title: '装灯' }]) })
  const { id: vote } = await opened(cloud)
  await cloud.timer('jobs')
  const project = await funded(cloud)
  const money = as(cloud, projects, staff)
  await money('recordDonation', donation(project, 100))
  const { items: given } = await money('ledger', { project })
  const survey = await asked(cloud)

  await cloud.clock(later)
  const { rev } = await council('meetingForStaff', { meeting })
  await council('writeMinutes', {
    ...{ meeting, rev, words: '大家都同意。' },
    decisions: [{ item: 'item-0', kind: 'adopted', words: '' }],
  })
  const { id: task } = await council('addTask', {
    ...{ meeting, item: 'item-0', what: '买灯', person: staffId(staff), due: '2026-11-30' },
  })

  const [ballot] = await ballotDocs(cloud, vote)
  const at = (n: number) => ({ at: before(n) })
  things = { vote, project }
  copied = {
    wishes: await copies(cloud, 'wishes', wish, (n) => ({ ...at(n), forStaff: true })),
    proposals: await copies(cloud, 'proposals', proposal, (n) => ({ ...at(n), forStaff: true })),
    complaints: await copies(cloud, 'proposal_complaints', complaints[0]!.id, at),
    meetings: await copies(cloud, 'meetings', meeting, (n) => ({
      endsAt: isOdd(n) ? after(n) : before(n),
    })),
    tasks: await copies(cloud, 'meeting_tasks', task, (n) => ({ state: taskState(n) })),
    votes: await copies(cloud, 'votes', vote, (n) => ({ until: after(n) })),
    ballots: await copies(cloud, 'ballots', ballot!._id),
    projects: await copies(cloud, 'projects', project, (n) => ({
      ...{ state: projectState(n), startedAt: before(n) },
    })),
    lines: await copies(cloud, 'fund_ledger', given[0]!.id, at),
    surveys: await copies(cloud, 'surveys', survey, at),
  }
})

afterAll(() => cloud.stop())

interface List {
  who?: string
  input?: () => object
  of: keyof typeof copied
  /** Which of the copies it holds; all unless said. */
  holds?: (n: number) => boolean
  lastFirst?: boolean
  /** Requests of one page; 2 unless said. */
  costs?: number
}

const of = (view: string) => ({ input: () => ({ view }) })
const ofVote = { input: () => ({ vote: things.vote }) }
const ofProject = { input: () => ({ project: things.project }) }
const lastFirst = true

test.each<[procedure: string, what: string, list: List]>([
  ['proposals.wishes', 'open', { who: li, of: 'wishes', lastFirst }],
  ['proposals.myWishes', 'of a family', { who: li, of: 'wishes', lastFirst }],
  ['proposals.wishesForStaff', 'to do', { of: 'wishes' }],
  ['proposals.wishesForStaff', 'open', { ...of('open'), of: 'wishes', lastFirst }],
  ['proposals.proposals', 'open', { who: li, of: 'proposals', lastFirst }],
  ['proposals.myProposals', 'of a family', { who: li, of: 'proposals', lastFirst }],
  ['proposals.proposalsForStaff', 'to do', { of: 'proposals' }],
  ['proposals.proposalsForStaff', 'open', { ...of('open'), of: 'proposals', lastFirst }],
  ['proposals.meetings', 'to come', { who: li, of: 'meetings', holds: isOdd }],
  ['proposals.meetingsForStaff', 'to come', { of: 'meetings', holds: isOdd }],
  [
    'proposals.meetingsForStaff',
    'past',
    { input: () => ({ past: true }), of: 'meetings', holds: (n) => !isOdd(n), lastFirst },
  ],
  ['proposals.myTasks', 'open', { of: 'tasks', holds: (n) => !isOver(n) }],
  [
    'proposals.myTasks',
    'over',
    { input: () => ({ over: true }), of: 'tasks', holds: isOver, lastFirst },
  ],
  ['proposals.tasksForStaff', 'open', { ...of('open'), of: 'tasks', holds: (n) => !isOver(n) }],
  ['proposals.tasksForStaff', 'over', { ...of('over'), of: 'tasks', holds: isOver, lastFirst }],
  ['proposals.complaintsForStaff', 'waiting', { of: 'complaints' }],
  ['votes.list', 'all', { who: li, of: 'votes', lastFirst }],
  ['votes.listForStaff', 'all', { of: 'votes', lastFirst }],
  ['votes.notVoted', 'of a vote, with names', { ...ofVote, of: 'ballots', costs: 3 }],
  ['projects.list', 'all', { who: li, of: 'projects', lastFirst }],
  ['projects.listForStaff', 'going', { of: 'projects', holds: (n) => !isOver(n) }],
  ['projects.listForStaff', 'over', { ...of('over'), of: 'projects', holds: isOver, lastFirst }],
  ['projects.statement', 'of a fund', { ...ofProject, who: li, of: 'lines', lastFirst, costs: 3 }],
  [
    'projects.ledger',
    'of a fund, with names and reversals',
    // Seeded staff have ids of their own, so that the fund is loaded twice.
    { ...ofProject, of: 'lines', lastFirst, costs: 6 },
  ],
  ['surveys.listForStaff', 'open', { of: 'surveys', lastFirst }],
])('%s, %s: each page is asked for at once, and nothing is skipped', async (...[name, , list]) => {
  const [module = '', procedure = ''] = name.split('.')
  const { items, requests } = await everyPage(cloud, name, async (page) => {
    const input = { ...list.input?.(), ...page }
    const envelope = await cloud.call<Envelope<Page<{ id: string }>>>(list.who ?? staff, module, {
      ...{ procedure, centre: dl, input },
    })
    if (!envelope.ok) throw new Error(`${name}: ${envelope.error.code}`)
    return envelope.value
  })
  const ids = items.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const expected = copied[list.of].filter((_, n) => list.holds?.(n) ?? true)
  const found = ids.filter((id) => copied[list.of].includes(id))
  expect(found).toEqual(list.lastFirst ? [...expected].reverse() : expected)
  expect(Math.max(...requests)).toBe(list.costs ?? 2)
})
