import { votes } from '@/types/votes'
import type { TestCloud } from '../support/cloud'
import { residents } from '@/types/residents'
import {
  as,
  chunHome,
  codeOf,
  places,
  resident,
  staffOf,
  startCentre,
  verify,
} from '../support/people'
import { picture } from './paper'
import { after, countDraft, day, ends, neighbour, told, voteDocOf } from './voting'

let cloud: TestCloud
const of = (openid: string) => as(cloud, votes, openid)
const staff = () => of(staffOf.jingStaff)

beforeEach(async () => {
  cloud = await startCentre()
})
afterEach(() => cloud.stop())

const units = [
  { unit: '1-101', name: '李秀英', area: 5000 },
  { unit: '1-102', name: '王芳', area: 5000 },
  { unit: '1-201', name: '大众物业', area: 5000 },
]

const begun = async () => {
  const { id: vote } = await staff()('openCount', { draft: countDraft() })
  const { owners } = await staff()('saveOwners', { vote, owners: units })
  return { vote, owners: owners.map(({ id }) => id) as [string, string, string] }
}

const answered = async (vote: string, owner: string, answer: 'agree' | 'against' | 'abstain') =>
  staff()('enterAnswer', {
    ...{ vote, owner, answer },
    photo: await picture(cloud, staffOf.jingStaff, 'ownerPaper'),
  })

it('counts the owners of a building by number and by area, as a draft for the signed paper', async () => {
  const { vote, owners } = await begun()
  expect(await codeOf(answered(vote, owners[0], 'agree'))).toBe('StillPreparing')
  await staff()('startCount', { vote })
  await answered(vote, owners[0], 'agree')
  const two = await answered(vote, owners[1], 'against')
  expect(two.draft).toMatchObject({
    owners: 3,
    area: 15_000,
    took: { owners: 2, area: 10_000 },
    yes: { owners: 1, area: 5000 },
    enough: true,
    carried: false,
  })
  // The last answer stands, and its picture is on record.
  const changed = await answered(vote, owners[1], 'agree')
  expect(changed.draft).toMatchObject({ carried: true })
  expect(changed.owners[1]).toMatchObject({ how: 'paper', enteredBy: '钱社工' })
  expect(changed.owners[1]?.photo).toMatch(/^http/)
  expect(changed.vote).toMatchObject({ voted: 2, kind: 'owners' })

  await neighbour(cloud, 'o-li', '李秀英', '101')
  expect((await of('o-li')('get', { vote })).ownersResult).toBeNull()
  await cloud.clock(after)
  expect(await codeOf(answered(vote, owners[2], 'agree'))).toBe('VoteOver')
  expect((await of('o-li')('get', { vote })).ownersResult).toEqual(changed.draft)
})

it('corrects a unit that is there, and leaves the list alone once the count has begun', async () => {
  const { vote, owners } = await begun()
  const corrected = await staff()('saveOwners', {
    vote,
    owners: [{ unit: '1-101', name: '李秀英', area: 8950 }],
  })
  expect(corrected.owners.map(({ unit, area }) => [unit, area])).toEqual([
    ['1-101', 8950],
    ['1-102', 5000],
    ['1-201', 5000],
  ])
  await staff()('removeOwner', { vote, owner: owners[2] })
  await staff()('startCount', { vote })
  expect(await codeOf(staff()('saveOwners', { vote, owners: units }))).toBe('AlreadyStarted')
  expect(await codeOf(staff()('removeOwner', { vote, owner: owners[0] }))).toBe('AlreadyStarted')
  expect((await staff()('ownersCount', { vote })).owners).toHaveLength(2)
})

it('holds four hundred owners and no more', async () => {
  const { id: vote } = await staff()('openCount', { draft: countDraft() })
  for (let page = 0; page < 8; page++)
    await staff()('saveOwners', {
      vote,
      owners: Array.from({ length: 50 }, (_, n) => ({
        unit: `${page}-${n}`,
        name: `业主${page}-${n}`,
        area: 8000,
      })),
    })
  const one = { unit: '9-901', name: '业主', area: 8000 }
  expect(await codeOf(staff()('saveOwners', { vote, owners: [one] }))).toBe('TooManyOwners')
  const count = await staff()('startCount', { vote })
  expect(count.draft).toMatchObject({ owners: 400, area: 3_200_000 })
})

it('lets the owner answer on their own phone, and nobody else', async () => {
  const li = await neighbour(cloud, 'o-li', '李秀英', '101')
  await neighbour(cloud, 'o-wang', '王芳', '102')
  const { vote, owners } = await begun()
  const [owner] = owners
  await staff()('linkOwner', { vote, owner, person: li })
  await staff()('startCount', { vote })
  const answer = (openid: string) =>
    codeOf(of(openid)('answerAsOwner', { vote, owner, answer: 'agree' }))
  expect(await answer('o-wang')).toBe('NotYourUnit')
  expect(await answer('o-li')).toBe('ok')
  expect((await of('o-li')('get', { vote })).mine.owners).toEqual([
    { id: owner, units: ['1-101'], area: 5000, answer: 'agree' },
  ])
  // A neighbour sees no unit and no answer of others.
  expect((await of('o-wang')('get', { vote })).mine.owners).toEqual([])
  expect((await staff()('ownersCount', { vote })).owners[0]).toMatchObject({ how: 'phone' })
})

it('is of a building', async () => {
  expect(await codeOf(staff()('openCount', { draft: countDraft({ node: places.jingGrid }) }))).toBe(
    'NotABuilding',
  )
})

/** 林老板 owns a flat of 12号楼 and lives in another community. */
const landlord = async () => {
  const { id } = await resident(cloud, 'o-lin', '林老板', {
    birthDate: '1960-01-01',
    home: chunHome(),
  })
  await verify(cloud, id, '1960-01-01', chunHome())
  return id
}

const notes = async (event: string): Promise<{ to: string; note: unknown }[]> => {
  const { data } = (await cloud.admin.collection('outbox').where({ event }).limit(1000).get()) as {
    data: { to: string; data: { note?: string } }[]
  }
  return data.map(({ to, data: { note } }) => ({ to, note }))
}

const at = async (instant: number) => {
  await cloud.clock(new Date(instant).toISOString())
  await cloud.timer('jobs')
}

describe('a linked owner who lives elsewhere', () => {
  it('hears that answers are taken, finds the count, answers, and hears what came out', async () => {
    const lin = await landlord()
    const { vote, owners } = await begun()
    expect(await codeOf(of('o-lin')('get', { vote }))).toBe('NotFound')
    await staff()('linkOwner', { vote, owner: owners[2], person: lin })
    expect((await of('o-lin')('get', { vote })).mine.cannot).toBe('StillPreparing')
    expect(await told(cloud, 'voteNews')).toEqual([])
    await staff()('startCount', { vote })
    expect(await told(cloud, 'voteNews')).toEqual([lin])
    const { items } = await of('o-lin')('list', {})
    expect(items.map(({ id }) => id)).toEqual([vote])
    await of('o-lin')('answerAsOwner', { vote, owner: owners[2], answer: 'agree' })
    expect((await staff()('ownersCount', { vote })).draft.yes).toEqual({ owners: 1, area: 5000 })
    await at(ends + 900_000)
    expect(await told(cloud, 'voteEnded')).toEqual([lin])
    // Whoever is not one of the owners, and lives elsewhere, learns nothing of it.
    await staff()('ownersCount', { vote })
    expect((await voteDocOf(cloud, vote)).audience).toEqual([places.jing12, lin])
  })

  it('hears of it too when linked after the beginning, and is reminded on the eve until they answer', async () => {
    const lin = await landlord()
    const li = await neighbour(cloud, 'o-li', '李秀英', '101')
    const { vote, owners } = await begun()
    await staff()('linkOwner', { vote, owner: owners[0], person: li })
    await staff()('startCount', { vote })
    await staff()('linkOwner', { vote, owner: owners[2], person: lin })
    expect((await told(cloud, 'voteNews')).sort()).toEqual([li, lin].sort())
    await of('o-li')('answerAsOwner', { vote, owner: owners[0], answer: 'against' })
    await at(ends - day + 10 * 3_600_000)
    const reminded = (await notes('voteNews')).filter(({ note }) => /还没有答/.test(String(note)))
    expect(reminded.map(({ to }) => to)).toEqual([lin])
  })

  it('is told when staff enter a paper over their own answer, and when it is called off', async () => {
    const lin = await landlord()
    const { vote, owners } = await begun()
    await staff()('linkOwner', { vote, owner: owners[2], person: lin })
    await staff()('startCount', { vote })
    await of('o-lin')('answerAsOwner', { vote, owner: owners[2], answer: 'against' })
    await answered(vote, owners[2], 'agree')
    const papers = (await notes('voteNews')).filter(({ note }) => /签字的纸/.test(String(note)))
    expect(papers.map(({ to }) => to)).toEqual([lin])
    await staff()('callOff', { vote, because: '图纸改了' })
    expect(await told(cloud, 'voteCalledOff')).toEqual([lin])
    expect((await of('o-lin')('get', { vote })).because).toBe('图纸改了')
  })
})

it('counts an owner of several units as one, with one answer for all of them', async () => {
  const lin = await landlord()
  const { vote } = await begun()
  const { owners, draft } = await staff()('saveOwners', {
    vote,
    owners: [{ unit: '2-101', name: '大众物业', area: 6000 }],
  })
  expect(draft).toMatchObject({ owners: 3, units: 4, area: 21_000 })
  const [first, second] = owners.filter(({ name }) => name === '大众物业')
  const linked = await staff()('linkOwner', { vote, owner: first!.id, person: lin })
  expect(linked.owners.find(({ id }) => id === second!.id)?.person?.id).toBe(lin)
  await staff()('startCount', { vote })
  await of('o-lin')('answerAsOwner', { vote, owner: second!.id, answer: 'agree' })
  expect((await of('o-lin')('get', { vote })).mine.owners).toMatchObject([
    { units: ['1-201', '2-101'], area: 11_000, answer: 'agree' },
  ])
  const count = await staff()('ownersCount', { vote })
  expect(count.draft.yes).toEqual({ owners: 1, area: 11_000 })
  expect(count.vote.voted).toBe(1)
})

describe('a count that nobody began in time', () => {
  it('warns staff on the eve, ends by itself with a reason, and is opened again with the same owners', async () => {
    const lin = await landlord()
    const { vote, owners } = await begun()
    await staff()('linkOwner', { vote, owner: owners[2], person: lin })
    await at(ends - day + 10 * 3_600_000)
    await at(ends - day + 11 * 3_600_000)
    expect((await notes('voteToDo')).map(({ note }) => note)).toEqual([
      expect.stringContaining('还没有开始收意见'),
    ])
    await cloud.clock(after)
    const over = await staff()('ownersCount', { vote })
    expect(over.vote).toMatchObject({ state: 'calledOff', mayCallOff: false })
    expect(over.vote.because).toMatch(/没有开始收意见/)
    expect(await notes('voteToDo')).toHaveLength(2)
    expect(await codeOf(staff()('startCount', { vote }))).toBe('CalledOff')
    expect(await codeOf(staff()('saveOwners', { vote, owners: units }))).toBe('CalledOff')
    // It was never begun: no owner was asked, and none is told.
    await cloud.timer('jobs')
    expect(await told(cloud, 'voteCalledOff')).toEqual([])

    const draft = countDraft({ until: ends + 10 * day, copy: vote })
    const { id: again } = await staff()('openCount', { draft })
    const copied = await staff()('ownersCount', { vote: again })
    expect(copied.owners.map(({ unit, answer }) => [unit, answer])).toEqual(
      units.map(({ unit }) => [unit, null]),
    )
    expect((await of('o-lin')('get', { vote: again })).state).toBe('preparing')
    // A unit that is entered once more is the one that is there.
    const { draft: same } = await staff()('saveOwners', { vote: again, owners: units })
    expect(same.units).toBe(3)
    expect(await codeOf(staff()('openCount', { draft: { ...draft, node: places.jing30 } }))).toBe(
      'AnotherBuilding',
    )
  })
})

it('names an owner who left until the count is over, and no longer', async () => {
  const li = await neighbour(cloud, 'o-li', '李秀英', '101')
  const { id: vote } = await staff()('openCount', { draft: countDraft({ until: ends + 30 * day }) })
  const { owners } = await staff()('saveOwners', { vote, owners: units })
  await staff()('linkOwner', { vote, owner: owners[0]!.id, person: li })
  await staff()('startCount', { vote })
  await of('o-li')('answerAsOwner', { vote, owner: owners[0]!.id, answer: 'agree' })
  await as(cloud, residents, 'o-li')('deleteMyAccount', {})
  await at(ends + 20 * day)
  const first = async () => (await staff()('ownersCount', { vote })).owners[0]
  expect(await first()).toMatchObject({ name: '李秀英', person: null, answer: 'agree' })
  expect((await voteDocOf(cloud, vote)).audience).toEqual([places.jing12])
  await at(ends + 30 * day + 900_000)
  expect(await first()).toMatchObject({ name: '', answer: 'agree' })
})
