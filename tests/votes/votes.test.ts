import { projects } from '@/types/projects'
import { residents } from '@/types/residents'
import { tally } from '@/domain/votes/tally'
import { votes } from '@/types/votes'
import type { TestCloud } from '../support/cloud'
import {
  as,
  chunHome,
  codeOf,
  jingHome,
  newKey,
  places,
  resident,
  saturday,
  staffOf,
  startCentre,
  verify,
} from '../support/people'
import { projectDraft } from '../projects/building'
import { proposalDoc, proposed } from '../proposals/council'
import { picture } from './paper'
import {
  after,
  ballotDocs,
  begins,
  day,
  ends,
  neighbour,
  opened,
  told,
  voteDocOf,
  voteDraft,
} from './voting'

let cloud: TestCloud
const of = (openid: string) => as(cloud, votes, openid)

beforeEach(async () => {
  cloud = await startCentre()
})
afterEach(() => cloud.stop())

/** 李家 of two grown-ups and a child, 王家 and 赵家 behind doors of 静安里; 冯家 in 春柳. */
const neighbours = async () => {
  const li = await neighbour(cloud, 'o-li', '李秀英', '301')
  const son = await neighbour(cloud, 'o-li-son', '李建国', '301')
  await neighbour(cloud, 'o-child', '李小宝', '301', '2012-01-01')
  const wang = await neighbour(cloud, 'o-wang', '王芳', '302')
  await neighbour(cloud, 'o-zhao', '赵强', '303')
  const { id: feng } = await resident(cloud, 'o-feng', '冯敏', { home: chunHome() })
  await verify(cloud, feng, '1970-01-01', chunHome())
  return { li, son, wang }
}

describe('a vote of households', () => {
  it('counts the households of the place, and takes one ballot of each until the end', async () => {
    await neighbours()
    // Who gave no door keeps a household of their own, which is behind no door.
    await resident(cloud, 'o-somewhere', '不知道住哪')
    expect(await of(staffOf.jingStaff)('preview', { node: places.jing })).toEqual({
      households: 3,
      withVoter: 3,
    })
    const vote = await opened(cloud)
    expect(vote).toMatchObject({ state: 'open', households: 3, voted: 0, result: null })

    const first = await of('o-li')('cast', { vote: vote.id, choice: 0 })
    expect(first.mine.ballot).toMatchObject({ choice: 0, byMe: true, by: '李秀英', how: 'phone' })
    // The other grown-up of the household sees it, and changes it: the last answer stands.
    const seen = await of('o-li-son')('get', { vote: vote.id })
    expect(seen.mine.ballot).toMatchObject({ choice: 0, byMe: false, by: '李秀英' })
    const changed = await of('o-li-son')('cast', { vote: vote.id, choice: 1 })
    expect(changed.mine.ballot?.receipt).toBe(first.mine.ballot?.receipt)
    expect(changed.mine.ballot).toMatchObject({ choice: 1, by: '李建国' })
    expect((await ballotDocs(cloud, vote.id)).filter(({ voted }) => voted)).toHaveLength(1)
    expect((await of(staffOf.jingStaff)('turnout', { vote: vote.id })).vote.voted).toBe(1)

    await cloud.clock(after)
    expect(await codeOf(of('o-wang')('cast', { vote: vote.id, choice: 0 }))).toBe('VoteOver')
  })

  it('lets a late repeat of an old tap bring no older answer back', async () => {
    await neighbours()
    const { id: vote } = await opened(cloud)
    const key = newKey()
    await of('o-li')('cast', { vote, choice: 0, key })
    await of('o-li')('cast', { vote, choice: 1 })
    const again = await of('o-li')('cast', { vote, choice: 0, key })
    expect(again.mine.ballot?.choice).toBe(1)
  })

  it('is for verified grown-ups of a household on its list, and for nobody in their place', async () => {
    const { li } = await neighbours()
    const { id: vote } = await opened(cloud)
    const cast = (openid: string) => codeOf(of(openid)('cast', { vote, choice: 0 }))
    expect(await cast('o-child')).toBe('TooYoung')
    expect(await cast('o-feng')).toBe('NotFound')
    // Somebody who says they live behind the door sees nothing of its ballot.
    await of('o-li')('cast', { vote, choice: 0 })
    await resident(cloud, 'o-stranger', '陌生人', {
      birthDate: '1980-01-01',
      home: jingHome('301'),
    })
    expect(await cast('o-stranger')).toBe('NotVerified')
    expect((await of('o-stranger')('get', { vote })).mine.ballot).toBeNull()
    expect((await of('o-child')('get', { vote })).mine.ballot).toBeNull()
    // A home that came onto record after the vote was announced.
    await neighbour(cloud, 'o-new', '新来的', '505')
    expect(await cast('o-new')).toBe('HouseholdNotListed')
    // Neither staff nor family: there is no such field, and what is sent besides says nothing.
    await cloud.call(staffOf.jingStaff, 'votes', {
      procedure: 'cast',
      centre: 'dl',
      input: { key: newKey(), vote, choice: 1, forResident: li },
    })
    const [own] = (await ballotDocs(cloud, vote)).filter(({ voted }) => voted)
    expect(own).toMatchObject({ choice: 0, cast: { by: li } })

    await cloud.clock(after)
    expect(await of(staffOf.jingStaff)('turnout', { vote })).toMatchObject({
      vote: { cameLater: 1, households: 3 },
    })
  })

  it('waits for its beginning, and ends with the second it says', async () => {
    await neighbours()
    const { id: vote } = await opened(cloud, { from: begins + day })
    expect(await codeOf(of('o-li')('cast', { vote, choice: 0 }))).toBe('NotBegun')
    await cloud.clock(new Date(ends - 60_000).toISOString())
    await of('o-li')('cast', { vote, choice: 0 })
    await cloud.clock(new Date(ends).toISOString())
    expect(await codeOf(of('o-li')('cast', { vote, choice: 1 }))).toBe('VoteOver')
    const { result } = await of('o-li')('get', { vote })
    expect(result).toMatchObject({ counts: [1, 0] })
  })

  it('shows others nothing while it runs, and then all ballots under receipts that anybody counts again', async () => {
    await neighbours()
    const { id: vote } = await opened(cloud)
    const li = await of('o-li')('cast', { vote, choice: 0 })
    await of('o-wang')('cast', { vote, choice: 0 })
    const shown = JSON.stringify([
      await of('o-zhao')('get', { vote }),
      await of('o-zhao')('list', {}),
      await of('o-zhao')('voted', { votes: [vote] }),
      await of(staffOf.jingStaff)('turnout', { vote }),
      await of(staffOf.jingStaff)('notVoted', { vote }),
      await of(staffOf.jingStaff)('papersToCheck', { vote }),
    ])
    expect(shown).not.toContain('"choice":0')
    expect(shown).not.toContain('counts')
    expect(await codeOf(of('o-zhao')('ballots', { vote }))).toBe('NotCountedYet')

    await cloud.clock(after)
    const { result, rules, options, yesNo } = await of('o-zhao')('get', { vote })
    expect(result).toEqual({
      households: 3,
      ballots: 2,
      counts: [2, 0],
      enough: true,
      most: 0,
      carried: true,
    })
    const { ballots, next } = await of('o-zhao')('ballots', { vote })
    expect(next).toBeNull()
    expect(ballots.map(({ receipt }) => receipt)).toContain(li.mine.ballot?.receipt)
    expect(
      tally(ballots, { households: 3, options: options.length, yesNo, rules: rules! }),
    ).toEqual(result)
    // Nothing of a household or a person is in what is published.
    expect(JSON.stringify(ballots)).not.toMatch(/dl_/)
  })

  it('is counted once, by the timer when nobody looks', async () => {
    await neighbours()
    const { id: vote } = await opened(cloud)
    await of('o-li')('cast', { vote, choice: 1 })
    await cloud.clock(after)
    await cloud.timer('jobs')
    const counted = await voteDocOf(cloud, vote)
    expect(counted).toMatchObject({ state: 'ended', result: { counts: [0, 1] } })
    await cloud.timer('jobs')
    await of('o-li')('get', { vote })
    expect((await voteDocOf(cloud, vote)).seq).toBe(counted.seq)
  })

  it('takes between two and six answers', async () => {
    await neighbours()
    const options = ['种桂花', '种玉兰', '不种树']
    const { id: vote } = await opened(cloud, { options })
    await of('o-li')('cast', { vote, choice: 2 })
    expect(await codeOf(of('o-wang')('cast', { vote, choice: 3 }))).toBe('NoSuchOption')
    await of('o-wang')('cast', { vote, choice: 1 })
    await cloud.clock(after)
    // Two answers with as many ballots: none is chosen.
    expect((await of('o-li')('get', { vote })).result).toMatchObject({
      counts: [0, 1, 1],
      most: null,
      carried: false,
    })
  })

  it('says why it cannot be opened', async () => {
    const open = (changes: Parameters<typeof voteDraft>[0]) => codeOf(opened(cloud, changes))
    expect(await open({})).toBe('NobodyThere')
    await neighbours()
    expect(await open({ until: begins + 60_000 })).toBe('TooShort')
    expect(await open({ until: begins + 91 * day })).toBe('TooLong')
    expect(
      await codeOf(of(staffOf.centreStaff)('open', { draft: voteDraft({ node: places.centre }) })),
    ).toBe('NotHere')
  })

  it('reminds households without a ballot, once for a tap of a day, and by itself on the last eve', async () => {
    const { wang } = await neighbours()
    const { id: vote } = await opened(cloud)
    await of('o-li')('cast', { vote, choice: 0 })
    await of(staffOf.jingStaff)('remind', { vote })
    const first = await told(cloud, 'voteReminder')
    expect(first).toHaveLength(2)
    expect(first).toContain(wang)
    expect(await codeOf(of(staffOf.jingWorker)('remind', { vote }))).toBe('NotAllowed')
    expect(await codeOf(of(staffOf.jingStaff)('remind', { vote }))).toBe('RemindedToday')
    await of('o-wang')('cast', { vote, choice: 0 })
    await cloud.clock(new Date(ends - day + 10 * 3_600_000).toISOString())
    await cloud.timer('jobs')
    expect(await told(cloud, 'voteReminder')).toHaveLength(3)
    await cloud.clock(new Date(ends - day + 11 * 3_600_000).toISOString())
    await cloud.timer('jobs')
    expect(await told(cloud, 'voteReminder')).toHaveLength(3)
  })

  it('tells each household once that it began, not before it does, and what came out', async () => {
    const { li, son, wang } = await neighbours()
    const { id: vote } = await opened(cloud, { from: begins + 3_600_000 })
    await cloud.timer('jobs')
    expect(await told(cloud, 'voteBegan')).toEqual([])
    const at = async (instant: number) => {
      await cloud.clock(new Date(instant).toISOString())
      await cloud.timer('jobs')
    }
    await at(begins + 3_600_000)
    const first = await told(cloud, 'voteBegan')
    expect(first).toHaveLength(4)
    expect(first).toEqual(expect.arrayContaining([li, son, wang]))
    await of('o-li')('cast', { vote, choice: 1 })
    await of('o-wang')('cast', { vote, choice: 0 })
    await of('o-zhao')('cast', { vote, choice: 0 })
    await at(begins + 2 * 3_600_000)
    expect(await told(cloud, 'voteBegan')).toHaveLength(4)
    // Who read it first had it counted: the others hear of it all the same.
    await cloud.clock(after)
    await of('o-li')('get', { vote })
    await at(ends + 900_000)
    await at(ends + 1_800_000)
    const last = await told(cloud, 'voteEnded')
    expect(last).toHaveLength(4)
    expect(last).toEqual(expect.arrayContaining([li, son, wang]))
    const { data } = (await cloud.admin
      .collection('outbox')
      .where({ event: 'voteEnded' })
      .limit(1)
      .get()) as { data: { data: object }[] }
    expect(data[0]?.data).toMatchObject({ note: '通过了' })
  })

  it('lists doors without a ballot, with whom to ask for', async () => {
    await neighbours()
    const { id: vote } = await opened(cloud)
    await of('o-li')('cast', { vote, choice: 0 })
    const { items } = await of(staffOf.jingStaff)('notVoted', { vote, building: places.jing12 })
    expect(items.map(({ door, people }) => [door, people.map(({ name }) => name)])).toEqual([
      ['静安里社区 12号楼 2单元302室', ['王芳']],
      ['静安里社区 12号楼 2单元303室', ['赵强']],
    ])
  })

  it('is called off with a reason: who voted hears it, and there is no result', async () => {
    const { li, son } = await neighbours()
    const { id: vote } = await opened(cloud)
    await of('o-li')('cast', { vote, choice: 0 })
    await of(staffOf.jingStaff)('callOff', { vote, because: '物业改了办法' })
    expect((await told(cloud, 'voteCalledOff')).sort()).toEqual([li, son].sort())
    expect(await codeOf(of('o-li')('cast', { vote, choice: 1 }))).toBe('CalledOff')
    await cloud.clock(after)
    expect(await of('o-li')('get', { vote })).toMatchObject({
      state: 'calledOff',
      because: '物业改了办法',
      result: null,
    })
  })

  it('reads a list in two requests', async () => {
    await neighbours()
    for (let n = 0; n < 3; n++) await opened(cloud)
    const requests = async (openid: string, procedure: 'list' | 'listForStaff') => {
      await cloud.resetMetrics()
      expect((await of(openid)(procedure, {})).items).toHaveLength(3)
      return (await cloud.metrics()).procedures[`votes.${procedure}`]?.requests
    }
    expect(await requests('o-li', 'list')).toBe(2)
    expect(await requests(staffOf.jingStaff, 'listForStaff')).toBe(2)
  })
})

describe('a signed paper', () => {
  const entered = async (vote: string, person: string, choice: number, by = staffOf.jingStaff) =>
    of(by)('enterPaper', {
      ...{ vote, person, choice },
      photo: await picture(cloud, by, 'ballotPaper'),
    })

  it('counts once a second person has looked at it', async () => {
    const { wang } = await neighbours()
    const { id: vote } = await opened(cloud)
    expect(await entered(vote, wang, 1)).toEqual({ door: '静安里社区 12号楼 2单元302室' })
    expect((await ballotDocs(cloud, vote)).some(({ voted }) => voted)).toBe(false)
    const [paper] = (await of(staffOf.centreStaff)('papersToCheck', { vote })).items
    expect(paper).toMatchObject({ person: '王芳', choice: 1, enteredBy: '钱社工' })
    expect(paper?.photo).toMatch(/^http/)
    const check = (openid: string) =>
      codeOf(of(openid)('checkPaper', { vote, ballot: paper!.ballot, right: true }))
    expect(await check(staffOf.jingStaff)).toBe('SecondPerson')
    expect(await check(staffOf.centreStaff)).toBe('ok')
    expect(await check(staffOf.centreStaff)).toBe('NothingToCheck')
    const { mine } = await of('o-wang')('get', { vote })
    expect(mine.ballot).toMatchObject({ choice: 1, how: 'paper', by: '王芳', paperWaits: false })
    expect(await told(cloud, 'ballotByPaper')).toEqual([wang])
    // Both names stay on record with it.
    const [own] = (await ballotDocs(cloud, vote)).filter(({ voted }) => voted)
    expect(own?.cast).toMatchObject({ enteredBy: 'dl_pjing-staff', checkedBy: 'dl_pcentre-staff' })
  })

  it('has the turn in which it was entered: who votes by phone after that has the last word', async () => {
    const { wang } = await neighbours()
    const { id: vote } = await opened(cloud)
    await of('o-wang')('cast', { vote, choice: 0 })
    await cloud.clock(new Date(begins + 60_000).toISOString())
    await entered(vote, wang, 1)
    const [paper] = (await of(staffOf.centreStaff)('papersToCheck', { vote })).items
    await cloud.clock(new Date(begins + 120_000).toISOString())
    await of('o-wang')('cast', { vote, choice: 0 })
    await of(staffOf.centreStaff)('checkPaper', { vote, ballot: paper!.ballot, right: true })
    expect((await of('o-wang')('get', { vote })).mine.ballot).toMatchObject({
      choice: 0,
      how: 'phone',
    })
  })

  it('is of a verified grown-up of the household, not of the staff who enter it, and one at a time', async () => {
    const { wang } = await neighbours()
    const { id: child } = (await as(cloud, residents, 'o-child')('me', {})).person!
    const { id: vote } = await opened(cloud)
    expect(await codeOf(entered(vote, child, 0))).toBe('TheyAreTooYoung')
    await entered(vote, wang, 0)
    expect(await codeOf(entered(vote, wang, 1))).toBe('PaperWaits')
    // The second person found that it says something else.
    const [paper] = (await of(staffOf.centreStaff)('papersToCheck', { vote })).items
    await of(staffOf.centreStaff)('checkPaper', { vote, ballot: paper!.ballot, right: false })
    expect((await ballotDocs(cloud, vote)).some(({ voted }) => voted)).toBe(false)
    await entered(vote, wang, 1)
    // Nobody looked at it before the end.
    await cloud.clock(after)
    expect(await of('o-wang')('get', { vote })).toMatchObject({
      result: { ballots: 0 },
      papersLeft: 1,
    })
  })

  const papersOf = async (vote: string) =>
    (await of(staffOf.centreStaff)('papersToCheck', { vote })).items

  it('that comes back is told to the household and to who entered it', async () => {
    const { wang } = await neighbours()
    const { id: vote } = await opened(cloud)
    await entered(vote, wang, 1)
    const [paper] = await papersOf(vote)
    await of(staffOf.centreStaff)('checkPaper', { vote, ballot: paper!.ballot, right: false })
    expect(await told(cloud, 'voteNews')).toEqual([wang])
    expect(await told(cloud, 'voteToDo')).toEqual(['dl_pjing-staff'])
    expect(await told(cloud, 'ballotByPaper')).toEqual([])
  })

  it('that nobody looked at: staff hear of it on the eve, the household then and at the end', async () => {
    const { wang } = await neighbours()
    const { id: vote } = await opened(cloud)
    await entered(vote, wang, 1)
    const at = async (instant: number) => {
      await cloud.clock(new Date(instant).toISOString())
      await cloud.timer('jobs')
    }
    await at(ends - day + 10 * 3_600_000)
    await at(ends - day + 11 * 3_600_000)
    expect(await told(cloud, 'voteToDo')).toEqual(['dl_pjing-staff'])
    // They signed: nobody tells them that they did not vote.
    expect(await told(cloud, 'voteReminder')).not.toContain(wang)
    expect(await told(cloud, 'voteNews')).toEqual([wang])
    await at(ends + 900_000)
    await at(ends + 1_800_000)
    const { data } = (await cloud.admin
      .collection('outbox')
      .where({ event: 'voteEnded' })
      .limit(100)
      .get()) as { data: { to: string; data: { note: string } }[] }
    const unchecked = data.filter(({ data: { note } }) => /没有核对好/.test(note))
    expect(unchecked.map(({ to }) => to)).toEqual([wang])
  })

  it('of somebody who moved away since is not counted', async () => {
    const { wang } = await neighbours()
    const { id: vote } = await opened(cloud)
    await entered(vote, wang, 1)
    const [paper] = await papersOf(vote)
    await verify(cloud, wang, '1970-05-05', jingHome('303'))
    const check = (right: boolean) =>
      codeOf(of(staffOf.centreStaff)('checkPaper', { vote, ballot: paper!.ballot, right }))
    expect(await check(true)).toBe('SignerGone')
    expect(await check(false)).toBe('ok')
  })
})

describe('who moves home during a vote', () => {
  it('speaks once in it, for the home they lived in then', async () => {
    const { li, wang } = await neighbours()
    const { id: vote } = await opened(cloud)
    await of('o-li')('cast', { vote, choice: 0 })
    await verify(cloud, li, '1970-05-05', jingHome('302'))
    expect((await of('o-li')('get', { vote })).mine.cannot).toBe('SpokeElsewhere')
    expect(await codeOf(of('o-li')('cast', { vote, choice: 1 }))).toBe('SpokeElsewhere')
    const photo = await picture(cloud, staffOf.jingStaff, 'ballotPaper')
    expect(
      await codeOf(of(staffOf.jingStaff)('enterPaper', { vote, person: li, choice: 1, photo })),
    ).toBe('TheySpokeElsewhere')
    // The others of both homes vote as before; once another spoke for the old home, so may who moved.
    await of('o-wang')('cast', { vote, choice: 1 })
    await of('o-li-son')('cast', { vote, choice: 1 })
    await of('o-li')('cast', { vote, choice: 0 })
    await cloud.clock(after)
    expect((await of('o-wang')('get', { vote })).result?.counts).toEqual([1, 1])
    expect(wang).not.toBe(li)
  })

  it('counts once where two taps crossed the move', async () => {
    const { li, son } = await neighbours()
    const { id: vote } = await opened(cloud)
    await of('o-li')('cast', { vote, choice: 0 })
    await of('o-zhao')('cast', { vote, choice: 1 })
    // As a tap leaves it that was on its way when they moved.
    await cloud.admin
      .collection('ballots')
      .where({ vote, door: '静安里社区 12号楼 2单元303室' })
      .update({
        cast: { by: li, at: begins + 60_000, how: 'phone', enteredBy: null, checkedBy: null },
      })
    await cloud.clock(after)
    expect((await of('o-zhao')('get', { vote })).result).toMatchObject({ counts: [0, 1] })
    expect(son).not.toBe(li)
  })
})

it('counts one person once whose two records became one after both spoke', async () => {
  const { li, wang } = await neighbours()
  const { id: vote } = await opened(cloud)
  await of('o-li')('cast', { vote, choice: 0 })
  await cloud.clock(new Date(begins + 60_000).toISOString())
  await of('o-wang')('cast', { vote, choice: 1 })
  await cloud.admin.collection('people').doc(li).update({ mergedInto: wang })
  await cloud.clock(after)
  expect((await of('o-zhao')('get', { vote })).result).toMatchObject({ counts: [0, 1] })
})

it('is counted by one at a time: the others see that it is being counted', async () => {
  await neighbours()
  const { id: vote } = await opened(cloud)
  await of('o-li')('cast', { vote, choice: 0 })
  await cloud.clock(after)
  await cloud.fault({ action: 'write', procedure: 'votes.get', kind: 'crash', skip: 1 })
  await of('o-li')('get', { vote }).catch(() => null)
  await cloud.clearFaults()
  // Who counted is gone; nobody else begins within its minute, and then somebody does.
  expect(await of('o-wang')('get', { vote })).toMatchObject({ state: 'open', result: null })
  await cloud.clock(new Date(ends + 120_000).toISOString())
  expect((await of('o-wang')('get', { vote })).result).toMatchObject({ counts: [1, 0] })
})

it('forgets who voted, and keeps what the household said', async () => {
  const { li, son } = await neighbours()
  const { id: vote } = await opened(cloud)
  await of('o-li')('cast', { vote, choice: 0 })
  const mine = await as(cloud, residents, 'o-li')('exportMyData', {})
  expect(JSON.stringify(await (await fetch(mine.url)).json())).toContain(
    '静安里社区 12号楼 2单元301室',
  )
  // What the household says after them is not theirs to take along.
  await of('o-li-son')('cast', { vote, choice: 1 })
  const later = await as(cloud, residents, 'o-li')('exportMyData', {})
  const { ballots: own } = (await (await fetch(later.url)).json()) as { ballots: object[] }
  expect(own).toMatchObject([{ vote, casts: [{ by: li }] }])
  expect(own[0]).not.toHaveProperty('choice')
  expect(own[0]).not.toHaveProperty('receipt')
  expect(JSON.stringify(own)).not.toContain(son)
  await of('o-li')('cast', { vote, choice: 0 })
  await as(cloud, residents, 'o-li')('deleteMyAccount', {})
  await cloud.clock(new Date(Date.parse(saturday) + 20 * day).toISOString())
  await cloud.timer('jobs')
  const [ballot] = (await ballotDocs(cloud, vote)).filter(({ voted }) => voted)
  expect(ballot).toMatchObject({ choice: 0, people: [son] })
  expect(JSON.stringify(ballot)).not.toContain(li)
  // A year after the end nobody can tell any more which household said what.
  await cloud.clock(new Date(ends + 370 * day).toISOString())
  await cloud.timer('jobs')
  expect(await ballotDocs(cloud, vote)).toEqual([])
  expect((await voteDocOf(cloud, vote)).result).toMatchObject({ counts: [1, 0] })
})

it('lets a grid worker go from door to door in their grid for a vote of the whole community', async () => {
  const { wang } = await neighbours()
  const home = { building: places.jing30, unit: '1', room: '101' }
  const { id: far } = await resident(cloud, 'o-far', '远邻', { birthDate: '1970-01-01', home })
  await verify(cloud, far, '1970-01-01', home)
  const { id: vote } = await opened(cloud)
  const worker = of(staffOf.jingWorker)
  expect((await worker('listForStaff', {})).items.map(({ id }) => id)).toEqual([vote])
  const { buildings } = await worker('turnout', { vote })
  expect(buildings).toEqual([
    { id: places.jing12, name: '静安里社区 12号楼', households: 3, voted: 0 },
  ])
  expect((await worker('notVoted', { vote })).items).toHaveLength(3)
  const photo = await picture(cloud, staffOf.jingWorker, 'ballotPaper')
  expect(await codeOf(worker('enterPaper', { vote, person: far, choice: 0, photo }))).toBe(
    'NotAllowed',
  )
  await worker('enterPaper', { vote, person: wang, choice: 0, photo })
  // Papers of other grids are not theirs to check, nor counted for them.
  expect((await worker('turnout', { vote })).papersWait).toBe(1)
  const farPhoto = await picture(cloud, staffOf.jingStaff, 'ballotPaper')
  await of(staffOf.jingStaff)('enterPaper', { vote, person: far, choice: 0, photo: farPhoto })
  expect((await worker('turnout', { vote })).papersWait).toBe(1)
  expect((await of(staffOf.jingStaff)('turnout', { vote })).papersWait).toBe(2)
  expect(await codeOf(of(staffOf.chunWorker)('turnout', { vote }))).toBe('NotAllowed')
  // All of the community see all of it.
  expect((await of(staffOf.jingStaff)('turnout', { vote })).buildings).toHaveLength(2)
})

it('says on the proposal that a vote is held on it, and what it became; of another place it takes none', async () => {
  await neighbours()
  const proposal = await proposed(cloud)
  const vote = await opened(cloud, { proposal })
  expect((await proposalDoc(cloud, proposal)).vote).toBe(vote.id)
  expect((await of('o-li')('get', { vote: vote.id })).proposal).toBe(proposal)
  const { id: project } = await as(
    cloud,
    projects,
    staffOf.jingStaff,
  )('save', { draft: projectDraft(undefined, { proposal, vote: vote.id }) })
  expect((await proposalDoc(cloud, proposal)).project).toBe(project)
  expect(
    await codeOf(
      of(staffOf.chunStaff)('open', { draft: voteDraft({ node: places.chun, proposal }) }),
    ),
  ).toBe('NotFound')
})

it('tells the proposal of its vote by the timer where the tap was cut off', async () => {
  await neighbours()
  const proposal = await proposed(cloud)
  const key = newKey()
  await cloud.fault({
    action: 'write',
    procedure: 'votes.open',
    collection: 'proposals',
    kind: 'crash',
  })
  await of(staffOf.jingStaff)('open', { key, draft: voteDraft({ proposal }) }).catch(() => null)
  await cloud.clearFaults()
  expect((await proposalDoc(cloud, proposal)).vote).toBeNull()
  await cloud.clock(new Date(begins + 3_600_000).toISOString())
  await cloud.timer('jobs')
  expect((await proposalDoc(cloud, proposal)).vote).toMatch(/^dl_vt/)
})
