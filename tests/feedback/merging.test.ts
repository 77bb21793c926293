import { dayMs } from '@/types/shared/day'
import type { TestCloud } from '../support/cloud'
import { meetingOn } from '../support/meeting'
import { codeOf, saturday, staffOf, startCentre } from '../support/people'
import { caseDoc, li, of, owners, reported, told } from './speaking'

// Cases that become part of one another while other things happen to them: none is lost, and nobody stays in the wrong one.

let cloud: TestCloud
const meeting = meetingOn(() => cloud)
const worker = () => of(cloud, staffOf.jingWorker)

beforeAll(async () => {
  cloud = await startCentre()
  await owners(cloud)
  await li(cloud)
  await li(cloud, 'o-wang', '王大爷', '302')
  await li(cloud, 'o-chen', '陈阿姨', '303')
})
afterAll(() => cloud.stop())

let days = 0
beforeEach(() => cloud.clock(new Date(Date.parse(saturday) + days++ * dayMs).toISOString()))

const revOf = async (id: string) => (await caseDoc(cloud, id)).rev
const merge = async (id: string, into: string) => {
  const rev = await revOf(id)
  return () => codeOf(worker()('merge', { case: id, rev, into }))
}
const unmerge = async (id: string) =>
  codeOf(worker()('unmerge', { case: id, rev: await revOf(id) }))
const follow = async (id: string) => {
  const { followers, joined, joins } = await caseDoc(cloud, id)
  return { followers: followers.length, joined, joins: Object.keys(joins).length }
}

test('two merge two cases across each other: one of them stays, with everybody in it', async () => {
  const one = await reported(cloud, 'o-li')
  const other = await reported(cloud, 'o-wang')
  const [first, second] = [await merge(other, one), await merge(one, other)]
  await meeting({ collection: 'cases', procedure: 'feedback.merge' }, first, async () => {
    await cloud.fault({ action: 'write', collection: 'cases', kind: 'crash', after: true })
    await second().catch(() => null)
    await cloud.clearFaults()
  })
  await cloud.timer('jobs')
  expect(await caseDoc(cloud, one)).toMatchObject({ state: 'merged', carries: null })
  const { state, stage, due } = await caseDoc(cloud, other)
  expect({ state, stage, due: due !== null }).toEqual({ state: 'open', stage: 'active', due: true })
  expect(await follow(other)).toEqual({ followers: 2, joined: 1, joins: 1 })
})

test('a case is withdrawn while another becomes part of it: the other goes on as it was', async () => {
  const into = await reported(cloud, 'o-li')
  const id = await reported(cloud, 'o-wang')
  const { due } = await caseDoc(cloud, id)
  await meeting(
    { collection: 'cases', procedure: 'feedback.merge', skip: 1 },
    await merge(id, into),
    () => of(cloud, 'o-li')('withdraw', { case: into }),
  )
  expect(await caseDoc(cloud, id)).toMatchObject({ state: 'open', due, carries: null })
  expect(await caseDoc(cloud, into)).toMatchObject({ state: 'withdrawn', joined: 0 })
})

test('who came through a case in between leaves every one they came to, and no others', async () => {
  const [last, between, id] = [
    await reported(cloud, 'o-li'),
    await reported(cloud, 'o-wang'),
    await reported(cloud, 'o-chen'),
  ]
  await (
    await merge(id, between)
  )()
  await (
    await merge(between, last)
  )()
  expect(await follow(last)).toEqual({ followers: 3, joined: 2, joins: 2 })
  expect(await unmerge(id)).toBe('ok')
  expect(await follow(between)).toEqual({ followers: 1, joined: 0, joins: 0 })
  expect(await follow(last)).toEqual({ followers: 2, joined: 1, joins: 1 })
  expect(await codeOf(of(cloud, 'o-chen')('show', { case: last }))).toBe('NotFound')
  expect(await codeOf(of(cloud, 'o-wang')('show', { case: last }))).toBe('ok')
})

test('who had left by themselves is not counted out again', async () => {
  const into = await reported(cloud, 'o-li')
  const id = await reported(cloud, 'o-wang')
  await (
    await merge(id, into)
  )()
  await of(cloud, 'o-wang')('leaveJoin', { case: into })
  expect(await unmerge(id)).toBe('ok')
  expect(await follow(into)).toEqual({ followers: 1, joined: 0, joins: 0 })
})

test('who wrote without their name hears in confidence of the case theirs became part of, and of the next', async () => {
  const [last, into, id] = [
    await reported(cloud, 'o-li'),
    await reported(cloud, 'o-chen'),
    await reported(cloud, 'o-wang', { anonymous: true }),
  ]
  await (
    await merge(id, into)
  )()
  await (
    await merge(into, last)
  )()
  const rev = await revOf(last)
  await worker()('solve', { case: last, rev, words: '修好了' })
  const rows = (await told(cloud, 'caseSolved')) as { thing: string; inConfidence?: boolean }[]
  const ofLast = rows.filter(({ thing }) => thing === last)
  expect(ofLast).toHaveLength(3)
  expect(ofLast.filter(({ inConfidence }) => inConfidence)).toHaveLength(1)
})
