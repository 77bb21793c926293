import type { Envelope } from '@/types/shared/envelope'
import { startCloud, type TestCloud } from '../support/cloud'
import { saturday } from '../support/people'
import { crowd, rush } from './crowd'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud({ functions: 'volunteerControls', now: saturday })
})
afterAll(() => cloud.stop())

const call = async (openid: string, procedure: string, input: object): Promise<boolean> =>
  (await cloud.call<Envelope>(openid, 'volunteers', { procedure, input })).ok

const all = async <T>(collection: string): Promise<T[]> =>
  ((await cloud.admin.collection(collection).limit(1000).get()) as { data: T[] }).data

/** How many confirm one entry at the same time. */
const atOnce = 8

test('the same confirmations on a look and an addition count hours more than once', async () => {
  await cloud.admin
    .collection('hours_balances')
    .add([{ _id: 'dl_vb', person: 'dl_pchen', total: 0 }])
  // Calls that come in step may take turns by luck, so there is more than one entry.
  let counted = 0
  const entries = 12
  for (let n = 0; n < entries; n++) {
    const entry = `dl_ve${n}`
    await cloud.admin
      .collection('hours_entries')
      .add([{ _id: entry, person: 'dl_pchen', minutes: 60, state: 'proposed' }])
    const answers = await Promise.all(
      Array.from({ length: atOnce }, () => call('o-staff', 'confirmHours', { entry })),
    )
    counted += answers.filter(Boolean).length
  }
  const [balance] = await all<{ total: number }>('hours_balances')
  expect(counted).toBeGreaterThan(entries)
  expect(balance!.total).toBeGreaterThan(entries * 60)
})

test('the same rush on a look and an addition puts more on a shift than it needs', async () => {
  await cloud.admin.collection('shifts').add([{ _id: 'dl_vs', needed: 3, people: [] }])
  const answers = await rush(async (openid) =>
    (await call(openid, 'confirmShift', { shift: 'dl_vs' })) ? 'ok' : 'ShiftFull',
  )
  expect(answers.filter((answer) => answer === 'ok').length).toBeGreaterThan(3)
})

test('the same rush on a look and an addition puts more into a team than it has places', async () => {
  await cloud.admin.collection('volunteer_teams').add([{ _id: 'dl_vt', left: 3, people: [] }])
  const answers = await rush(async (openid) =>
    (await call(openid, 'joinTeam', { team: 'dl_vt' })) ? 'ok' : 'TeamFull',
  )
  expect(answers.filter((answer) => answer === 'ok').length).toBeGreaterThan(3)
})

test('the same rush on a look and two writes gives one place to more than one', async () => {
  const person = 'dl_pchen'
  await cloud.admin
    .collection('shifts')
    .add([{ _id: 'dl_vsswap', needed: 1, people: [person], offers: [person] }])
  const answers = await rush(async (openid) =>
    (await call(openid, 'takeSwap', { shift: 'dl_vsswap', person })) ? 'ok' : 'NotOffered',
  )
  expect(answers.filter((answer) => answer === 'ok').length).toBeGreaterThan(1)
})

test('hours that several enter for one shift, on a look and a line, stand there more than once', async () => {
  const shifts = Array.from({ length: 12 }, (_, n) => `dl_vs${n}`)
  for (const shift of shifts)
    await Promise.all(
      crowd.map((openid) => call(openid, 'enterHours', { shift, person: 'dl_pchen', minutes: 60 })),
    )
  const entered = (await all<{ shift?: string }>('hours_entries')).filter(({ shift }) => shift)
  expect(entered.length).toBeGreaterThan(shifts.length)
})

test('a check-out and the automatic close, each on a look, propose hours twice', async () => {
  let twice = 0
  for (let n = 0; n < 12; n++) {
    const shift = `dl_vsend${n}`
    await cloud.admin.collection('shifts').add([{ _id: shift, out: null }])
    const both = await Promise.all(
      ['checkOut', 'closeShift'].map((end) => call('o-chen', end, { shift, person: 'dl_pchen' })),
    )
    if (both.every(Boolean)) twice++
  }
  expect(twice).toBeGreaterThan(0)
})

test('the last points, taken on a look, are spent more than once and fall below zero', async () => {
  await cloud.admin
    .collection('hours_balances')
    .add([{ _id: 'dl_vbpoints', person: 'dl_pspends', points: 20 }])
  const answers = await Promise.all(
    Array.from({ length: atOnce }, () =>
      call('o-chen', 'spend', { person: 'dl_pspends', points: 20 }),
    ),
  )
  expect(answers.filter(Boolean).length).toBeGreaterThan(1)
  const balances = await all<{ person: string; points: number }>('hours_balances')
  expect(balances.find(({ person }) => person === 'dl_pspends')!.points).toBeLessThan(0)
})
