import { votes } from '@/types/votes'
import type { TestCloud } from '../support/cloud'
import { as, newKey, staffOf, startCentre } from '../support/people'
import { after, ballotDocs, neighbour, opened, voteDocOf, voteDraft } from './voting'

// Replies are lost and instances die between any two writes. Whatever was begun is carried through by the next tap or the
// next timer, once.

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCentre()
  await neighbour(cloud, 'o-li', '李秀英', '301')
  await neighbour(cloud, 'o-son', '李建国', '301')
  await neighbour(cloud, 'o-wang', '王芳', '302')
})
afterAll(() => cloud.stop())

let quarters = 0

/** Later than any function that began before could live, and at the next turn of the timers. */
const nextQuarter = () =>
  cloud.clock(new Date(voteDraft().from + ++quarters * 900_000).toISOString())

const lost = (call: Promise<unknown>) => call.catch(() => null)

/** Plays an act once for each of its writes, which meets a fault; how many there were. */
const atEachWrite = async (
  kind: 'lostReply' | 'crash' | 'busy',
  procedure: string,
  play: (act: (call: () => Promise<unknown>) => Promise<void>) => Promise<void>,
): Promise<number> => {
  let skip = 0
  for (let met = true; met; skip++)
    await play(async (call) => {
      const fault = { action: 'write', procedure, kind, skip }
      await cloud.fault({ ...fault, ...(kind === 'crash' && { after: true }) })
      await lost(call())
      met = (await cloud.faults()).length === 0
      await cloud.clearFaults()
    })
  return skip
}

describe.each(['lostReply', 'crash', 'busy'] as const)('when a write meets %s', (kind) => {
  it('a vote is announced once, with each household once', async () => {
    const writes = await atEachWrite(kind, 'votes.open', async (act) => {
      const key = newKey()
      const open = () => as(cloud, votes, staffOf.jingStaff)('open', { key, draft: voteDraft() })
      await act(open)
      const { id } = await open()
      // Who began to write the households down is gone for sure.
      await nextQuarter()
      await cloud.timer('jobs')
      expect(await voteDocOf(cloud, id)).toMatchObject({ state: 'open', households: 2 })
      const ballots = await ballotDocs(cloud, id)
      expect(new Set(ballots.map(({ household }) => household)).size).toBe(2)
      expect(ballots).toHaveLength(2)
    })
    // The audit entry, the vote, who prepares it, its ballots, that it is open.
    expect(writes).toBeGreaterThan(4)
  })

  it('a ballot is one ballot, cast once', async () => {
    const writes = await atEachWrite(kind, 'votes.cast', async (act) => {
      const { id: vote } = await opened(cloud)
      const key = newKey()
      const cast = () => as(cloud, votes, 'o-li')('cast', { vote, choice: 1, key })
      await act(cast)
      expect((await cast()).mine.ballot).toMatchObject({ choice: 1 })
      const cast1 = (await ballotDocs(cloud, vote)).filter(({ voted }) => voted)
      expect(cast1).toHaveLength(1)
      expect(cast1[0]).toMatchObject({ choice: 1, seq: 1, casts: [{ how: 'phone' }] })
    })
    expect(writes).toBe(2)
  })

  it('a vote is counted once, to the same numbers', async () => {
    const writes = await atEachWrite(kind, 'votes.get', async (act) => {
      const { id: vote } = await opened(cloud)
      await as(cloud, votes, 'o-li')('cast', { vote, choice: 0 })
      await as(cloud, votes, 'o-wang')('cast', { vote, choice: 1 })
      await cloud.clock(after)
      const read = () => as(cloud, votes, 'o-son')('get', { vote })
      await act(read)
      // Who began to count is gone for sure.
      await cloud.clock(new Date(Date.parse(after) + 120_000).toISOString())
      expect((await read()).result).toMatchObject({ counts: [1, 1], ballots: 2 })
      const { ballots } = await as(cloud, votes, 'o-son')('ballots', { vote })
      expect(ballots).toHaveLength(2)
      await cloud.clock(new Date(voteDraft().from).toISOString())
    })
    // Whose turn it is, sealed, published, counted.
    expect(writes).toBe(5)
  })
})
