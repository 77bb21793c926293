import { CentreCollection } from '@/cloudfunctions/kit/collection'
import { completeHours } from '@/cloudfunctions/volunteers/completeHours'
import { pointsOf, returnPoints, spendPoints } from '@/cloudfunctions/volunteers/points'
import {
  balanceId,
  emptyBalance,
  hoursBalances,
  pointsLedger,
  type BalanceDoc,
} from '@/cloudfunctions/volunteers/store'
import { people } from '@/cloudfunctions/residents/store'
import { keptMs } from '@/domain/volunteers/points'
import { residents } from '@/types/residents'
import { stepInto } from '../kit/inside'
import type { TestCloud } from '../support/cloud'
import {
  as,
  dl,
  jingHome,
  newKey,
  seedMembers,
  staffId,
  staffOf,
  startCentre,
} from '../support/people'

let cloud: TestCloud
const chen = staffId('o-chen')

beforeAll(async () => {
  cloud = await startCentre()
  stepInto(cloud)
  await seedMembers(cloud, [{ openid: 'o-chen', name: '老陈' }])
})
afterAll(() => cloud.stop())

const give = async (person: string, points: number): Promise<void> => {
  const given = { ...emptyBalance(dl, person), points, moves: {} }
  await hoursBalances.of(dl).replace(given)
  await pointsLedger.of(dl).insert({
    _id: `${dl}_pl-start-${newKey()}`,
    centre: dl,
    v: 1,
    person,
    points,
    what: '帮厨',
    at: Date.now(),
  })
}
const balanceOf = async (person: string): Promise<BalanceDoc> =>
  (await hoursBalances.of(dl).get(balanceId(dl, person)))!
const factsOf = async (person: string) => (await people.of(dl).get(person))!.facts
const rice = (key: string, points = 20, at = Date.now()) => ({ key, points, what: '大米', at })
const copied = () => completeHours(dl, chen, Date.now())

beforeEach(async () => {
  await hoursBalances.of(dl).removeAll({ v: 1 })
  await pointsLedger.of(dl).removeAll({ v: 1 })
  await give(chen, 50)
})

test('points are spent once under a key, also after the sweep copied it, and never more than there are', async () => {
  const key = newKey()
  expect(await spendPoints(dl, chen, rice(key))).toBe('spent')
  await copied()
  expect(await spendPoints(dl, chen, rice(key))).toBe('spent')
  expect(await spendPoints(dl, chen, rice(newKey(), 31))).toBe('short')
  expect(await pointsOf(dl, await factsOf(chen))).toBe(30)
  expect(await spendPoints(dl, chen, rice(newKey(), 30))).toBe('spent')
  expect(await spendPoints(dl, chen, rice(newKey(), 1))).toBe('short')
  expect(await balanceOf(chen)).toMatchObject({ points: 0 })
})

test('a key whose move left the balance long ago spends no more', async () => {
  const [key, usedAt] = [newKey(), Date.now()]
  await spendPoints(dl, chen, rice(key, 20, usedAt - keptMs))
  await completeHours(dl, chen, Date.now() + keptMs)
  expect((await balanceOf(chen)).moves).toEqual({})
  expect(await spendPoints(dl, chen, rice(key, 20, usedAt - keptMs))).toBe('spent')
  expect(await balanceOf(chen)).toMatchObject({ points: 30 })
})

test('the last points, from many phones at once, are spent once', async () => {
  for (let round = 0; round < 5; round++) {
    await give(chen, 20)
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => spendPoints(dl, chen, rice(newKey()))),
    )
    expect(answers.filter((answer) => answer === 'spent')).toHaveLength(1)
    expect(await balanceOf(chen)).toMatchObject({ points: 0 })
  }
})

test('it is one request when there are enough', async () => {
  const [change, find] = [
    jest.spyOn(CentreCollection.prototype, 'change'),
    jest.spyOn(CentreCollection.prototype, 'find'),
  ]
  expect(await spendPoints(dl, chen, rice(newKey()))).toBe('spent')
  expect(change).toHaveBeenCalledTimes(1)
  expect(find).not.toHaveBeenCalled()
  jest.restoreAllMocks()
})

test('what a key spent comes back once, and no more than it spent', async () => {
  const key = newKey()
  const back = (points: number) =>
    returnPoints(dl, chen, { of: key, points, what: '退回大米', at: Date.now() })
  await spendPoints(dl, chen, rice(key))
  await copied()
  expect(await back(999)).toBe('returned')
  expect(await back(20)).toBe('returned')
  await copied()
  expect(await back(20)).toBe('returned')
  expect(await balanceOf(chen)).toMatchObject({ points: 50 })
  expect(await spendPoints(dl, chen, rice(key))).toBe('spent')
  expect(await balanceOf(chen)).toMatchObject({ points: 50 })
})

test('a key that is given back before it spent anything never spends', async () => {
  const key = newKey()
  const at = Date.now()
  expect(await returnPoints(dl, chen, { of: key, points: 20, what: '', at })).toBe('notSpent')
  expect(await spendPoints(dl, chen, rice(key))).toBe('short')
  await completeHours(dl, chen, at + keptMs)
  expect(await spendPoints(dl, chen, rice(key, 20, at - keptMs))).toBe('short')
  expect(await balanceOf(chen)).toMatchObject({ points: 50, moves: {} })
})

test('of two records that became one, the points are together and can be spent together', async () => {
  const { id: old } = await as(
    cloud,
    residents,
    staffOf.jingWorker,
  )('registerPerson', { name: '老陈', home: jingHome() })
  await give(old, 15)
  await as(cloud, residents, staffOf.centreStaff)('mergePeople', { keep: chen, merge: old })
  expect(await pointsOf(dl, await factsOf(chen))).toBe(65)
  expect(await spendPoints(dl, chen, rice(newKey(), 60))).toBe('spent')
  expect(await pointsOf(dl, await factsOf(chen))).toBe(5)
  expect(await balanceOf(old)).toMatchObject({ points: 0, owes: false })
  await copied()
  const lines = await pointsLedger.of(dl).find({ where: { person: chen }, limit: 100 })
  expect(lines.map(({ points }) => points).sort((a, b) => a - b)).toEqual([-60, 15, 50])
})
