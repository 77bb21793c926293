import { votes } from '@/types/votes'
import type { TestCloud } from '../support/cloud'
import { as, codeOf, places, staffOf, startCentre } from '../support/people'
import { picture } from './paper'
import { after, countDraft, neighbour } from './voting'

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
        name: '业主',
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
  expect((await of('o-li')('get', { vote })).mine.units).toEqual([
    { id: owner, unit: '1-101', area: 5000, answer: 'agree' },
  ])
  // A neighbour sees no unit and no answer of others.
  expect((await of('o-wang')('get', { vote })).mine.units).toEqual([])
  expect((await staff()('ownersCount', { vote })).owners[0]).toMatchObject({ how: 'phone' })
})

it('is of a building', async () => {
  expect(await codeOf(staff()('openCount', { draft: countDraft({ node: places.jingGrid }) }))).toBe(
    'NotABuilding',
  )
})
