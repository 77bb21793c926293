import { votes } from '@/types/votes'
import type { Envelope } from '@/types/shared/envelope'
import type { TestCloud } from '../support/cloud'
import { meetingOn } from '../support/meeting'
import { as, newKey, staffOf, startCentre } from '../support/people'
import { picture } from './paper'
import { ballotDocs, neighbour, opened } from './voting'

// Two of one household vote at once: one has read and decided, the other votes whole, then the first writes. The product
// notices that its turn has passed; the same product without the guards of its writes puts the older answer last.

let cloud: TestCloud
const of = (openid: string) => as(cloud, votes, openid)
const meeting = meetingOn(() => cloud)

const household = async () => {
  const mother = await neighbour(cloud, 'o-mother', '李秀英', '301')
  const son = await neighbour(cloud, 'o-son', '李建国', '301')
  const { id: vote } = await opened(cloud)
  return { mother, son, vote }
}

const own = async (vote: string) => {
  const [ballot, ...others] = await ballotDocs(cloud, vote)
  expect(others).toEqual([])
  const { choice, casts, cast } = ballot!
  return { choice, last: cast?.by, everCast: casts.length }
}

describe.each([
  ['two phones of one household', {}, 'sound'],
  ['two phones of one household without the guards', { functions: 'unguarded' }, 'damage'],
] as const)('%s', (_, options, outcome) => {
  beforeEach(async () => {
    cloud = await startCentre(options)
  })
  afterEach(() => cloud.stop())

  const held = { collection: 'ballots', procedure: 'votes.cast' }

  it('leave one ballot, on which the last word stands', async () => {
    const { mother, son, vote } = await household()
    await meeting(
      held,
      () => of('o-mother')('cast', { vote, choice: 0 }),
      () => of('o-son')('cast', { vote, choice: 1 }),
    )
    expect(await own(vote)).toEqual(
      outcome === 'sound'
        ? { choice: 1, last: son, everCast: 2 }
        : { choice: 0, last: mother, everCast: 1 },
    )
  })

  it('and a paper that is checked at the same moment leave one ballot', async () => {
    const { mother, son, vote } = await household()
    const photo = await picture(cloud, staffOf.jingStaff, 'ballotPaper')
    await of(staffOf.jingStaff)('enterPaper', { vote, person: mother, choice: 0, photo })
    const [ballot] = await ballotDocs(cloud, vote)
    await meeting(
      { ...held, procedure: 'votes.checkPaper' },
      () => of(staffOf.centreStaff)('checkPaper', { vote, ballot: ballot!._id, right: true }),
      () => of('o-son')('cast', { vote, choice: 1 }),
    )
    // The paper was entered before the phone voted, whenever it was checked.
    expect(await own(vote)).toMatchObject(
      outcome === 'sound' ? { choice: 1, last: son } : { choice: 0, last: mother },
    )
  })
})

describe('in the same moment', () => {
  beforeAll(async () => {
    cloud = await startCentre()
  })
  afterAll(() => cloud.stop())

  it('twelve taps of one household leave one ballot, and turnout counts one', async () => {
    const { vote } = await household()
    await Promise.all(
      Array.from({ length: 12 }, async (_, n) => {
        const key = newKey()
        for (let round = 0; round < 40; round++) {
          const envelope = await cloud.call<Envelope>(n % 2 ? 'o-son' : 'o-mother', 'votes', {
            procedure: 'cast',
            centre: 'dl',
            input: { key, vote, choice: n % 2 },
          })
          if (envelope.ok) return
          expect(envelope.error.code).toBe('TryAgain')
        }
        throw new Error('a tap was never answered')
      }),
    )
    expect(await own(vote)).toMatchObject({ everCast: 12 })
    expect((await of(staffOf.jingStaff)('turnout', { vote })).vote.voted).toBe(1)
  })

  it('a ballot on its way when the vote is counted is refused, and not half counted', async () => {
    const mother = as(cloud, votes, 'o-mother')
    const { id: vote } = await opened(cloud)
    await mother('cast', { vote, choice: 0 })
    const until = (await mother('get', { vote })).until
    await cloud.clock(new Date(until - 2000).toISOString())
    const [late] = await meeting(
      { collection: 'ballots', procedure: 'votes.cast' },
      () =>
        of('o-son')('cast', { vote, choice: 1 }).then(
          () => 'ok',
          (error: { code: string }) => error.code,
        ),
      async () => {
        await cloud.clock(new Date(until + 1000).toISOString())
        await mother('get', { vote })
      },
    )
    expect(late).toBe('VoteOver')
    const { result } = await mother('get', { vote })
    expect(result?.counts).toEqual([1, 0])
    expect(await own(vote)).toMatchObject({ choice: 0 })
  })
})
