import { lookup } from '@/domain/residents/lookup'
import { newPerson } from '@/domain/residents/person'
import { votes } from '@/types/votes'
import type { TestCloud } from '../support/cloud'
import { as, pathOf, places, staffOf, startCentre } from '../support/people'
import { after, ballotDocs, neighbour, opened, voteDocOf } from './voting'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCentre()
})
afterAll(() => cloud.stop())

/** More than the pages in which people are read, ballots counted, and results published. */
const households = 1200

/** Two people behind each of so many doors of 12号楼, straight into the database. */
const settle = async () => {
  const all = Array.from({ length: households * 2 }, (_, n) => {
    const door = Math.floor(n / 2)
    const id = `dl_pmany${n}`
    const person = newPerson(
      { id, name: `住户${n}`, household: `dl_fmany${door}`, path: pathOf(places.jing12) },
      {
        birthDate: '1970-01-01',
        home: { building: places.jing12, room: String(door) },
        homeName: `12号楼 ${door}室`,
        buildingName: '12号楼',
      },
    )
    return {
      _id: id,
      centre: 'dl',
      v: 1,
      rev: 1,
      endTold: false,
      phoneKey: null,
      ...person,
      ...lookup(person),
    }
  })
  for (let from = 0; from < all.length; from += 500)
    await cloud.admin.collection('people').add(all.slice(from, from + 500))
}

test('more households than any page holds are written down once each, and counted to the last ballot', async () => {
  await settle()
  await neighbour(cloud, 'o-li', '李秀英', 'A1')
  const { id: vote, households: counted } = await opened(cloud)
  expect(counted).toBe(households + 1)
  const { total } = (await cloud.admin.collection('ballots').where({ vote }).count()) as {
    total: number
  }
  expect(total).toBe(households + 1)
  await as(cloud, votes, 'o-li')('cast', { vote, choice: 1 })
  // Everybody else says yes, straight into the database: it is the counting that is looked at.
  await cloud.admin
    .collection('ballots')
    .where({ vote, voted: false })
    .update({ voted: true, choice: 0 })
  const staff = as(cloud, votes, staffOf.jingStaff)
  await cloud.resetMetrics()
  expect((await staff('turnout', { vote })).buildings).toEqual([
    {
      id: places.jing12,
      name: '静安里社区 12号楼',
      households: households + 1,
      voted: households + 1,
    },
  ])
  expect((await cloud.metrics()).procedures['votes.turnout']?.requests).toBeLessThan(12)

  await cloud.clock(after)
  const li = as(cloud, votes, 'o-li')
  expect((await li('get', { vote })).result).toMatchObject({
    ballots: households + 1,
    counts: [households, 1],
    carried: true,
  })
  expect(await voteDocOf(cloud, vote)).toMatchObject({ cameLater: 0 })
  let from: number | undefined
  const receipts = new Set<string>()
  do {
    const { ballots, next } = await li('ballots', { vote, ...(from && { after: from }) })
    ballots.forEach(({ receipt }) => receipts.add(receipt))
    from = next ?? undefined
  } while (from !== undefined)
  expect(receipts.size).toBe(households + 1)
  expect((await ballotDocs(cloud, vote)).every(({ sealed }) => sealed)).toBe(true)
}, 60_000)
