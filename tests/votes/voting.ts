import { votes, type CountDraft, type VoteDraft } from '@/types/votes'
import type { BallotDoc, VoteDoc } from '@/cloudfunctions/votes/store'
import type { TestCloud } from '../support/cloud'
import { as, jingHome, places, resident, saturday, staffOf, verify } from '../support/people'

const hour = 3_600_000
export const day = 24 * hour
export const begins = Date.parse(saturday)
/** A week after it began. */
export const ends = begins + 7 * day
export const after = new Date(ends + 1000).toISOString()

/** 静安里 votes whether its gates close at night: half of the households have to take part, more than half say yes. */
export const voteDraft = (changes: Partial<VoteDraft> = {}): VoteDraft => ({
  node: places.jing,
  question: '晚上十点以后关西门，好不好？',
  explanation: '东门二十四小时开着，有人值班。',
  options: [],
  from: begins,
  until: ends,
  rules: {
    quorum: { numerator: 1, denominator: 2 },
    majority: { numerator: 1, denominator: 2 },
    moreThan: true,
  },
  ...changes,
})

/** Two thirds of the owners of 12号楼 have to answer, three quarters of those say yes. */
export const countDraft = (changes: Partial<CountDraft> = {}): CountDraft => ({
  node: places.jing12,
  question: '二单元加装电梯',
  explanation: '图纸在楼道里。',
  until: ends,
  rules: { turnout: { numerator: 2, denominator: 3 }, yes: { numerator: 3, denominator: 4 } },
  ...changes,
})

/** A verified adult behind a door of 12号楼. */
export const neighbour = async (
  cloud: TestCloud,
  openid: string,
  name: string,
  room: string,
  birthDate = '1970-05-05',
): Promise<string> => {
  const { id } = await resident(cloud, openid, name, { birthDate, home: jingHome(room) })
  await verify(cloud, id, birthDate, jingHome(room))
  return id
}

export const opened = (cloud: TestCloud, changes: Partial<VoteDraft> = {}) =>
  as(cloud, votes, staffOf.jingStaff)('open', { draft: voteDraft(changes) })

export const ballotDocs = async (cloud: TestCloud, vote: string): Promise<BallotDoc[]> =>
  (
    (await cloud.admin.collection('ballots').where({ vote }).limit(1000).get()) as {
      data: BallotDoc[]
    }
  ).data

export const voteDocOf = async (cloud: TestCloud, vote: string): Promise<VoteDoc> =>
  ((await cloud.admin.collection('votes').doc(vote).get()) as { data: VoteDoc[] }).data[0]!

/** Those who were told of something. */
export const told = async (cloud: TestCloud, event: string): Promise<string[]> =>
  (
    (await cloud.admin.collection('outbox').where({ event }).limit(1000).get()) as {
      data: { to: string }[]
    }
  ).data.map(({ to }) => to)
