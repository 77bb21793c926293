import { askAbout, checksOf, forgetChecks, settleByEye } from '@/cloudfunctions/media/checks'
import { verdictOnWords } from '@/cloudfunctions/media/words'
import { picture, put } from '../centre/uploading'
import { stepInto } from '../kit/inside'
import { startCentre, staffOf } from '../support/people'
import type { TestCloud } from '../support/cloud'

// What somebody sends is looked at by WeChat before others see it; when WeChat says nothing, it is for staff.

const by = staffOf.jingStaff
const start = Date.parse('2026-11-21T08:00:00+08:00')
const after = (minutes: number) => new Date(start + minutes * 60_000).toISOString()

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCentre()
  stepInto(cloud)
})
afterAll(() => cloud.stop())
beforeEach(() => cloud.clock(after(0)))
afterEach(() => cloud.clearFaults())

const sent = (record: string, mark = '') =>
  put(
    cloud,
    by,
    `records/${record}/one.png`,
    Buffer.concat([picture(), Buffer.from(mark && `emulator-verdict-${mark}`)]),
  )
const asked = async (record: string, mark = '') => {
  // WeChat judges what people send who were here within two hours.
  await cloud.call(by, 'centre', { procedure: 'about', centre: 'dl' })
  const file = await sent(record, mark)
  await askAbout('dl', { record, files: [file], openid: by, at: start })
  return file
}
const stateOf = async (record: string, file: string) => (await checksOf('dl', record)).get(file)
const questions = async () =>
  (await cloud.outbox()).filter(({ api }) => api === 'security.mediaCheckAsync').length

test.each([
  ['', 'passed'],
  ['risky', 'refused'],
  ['review', 'held'],
] as const)('WeChat says %p: it %s', async (mark, state) => {
  const record = `dl_r${state}`
  const file = await asked(record, mark)
  expect(await stateOf(record, file)).toBe('waiting')
  await cloud.clock(after(1))
  expect(await stateOf(record, file)).toBe(state)
})

test('asked again for the same file, WeChat is not asked twice', async () => {
  const file = await asked('dl_rtwice')
  const before = await questions()
  await askAbout('dl', { record: 'dl_rtwice', files: [file], openid: by, at: start })
  expect(await questions()).toBe(before)
})

test('a file WeChat says nothing of is asked about three times and is then for staff, who let it through', async () => {
  const record = 'dl_rgone'
  const file = (await sent(record)).replace('one.png', 'never.png')
  await askAbout('dl', { record, files: [file], openid: by, at: start })
  for (const minutes of [50, 100, 150]) {
    expect(await stateOf(record, file)).toBe('waiting')
    await cloud.clock(after(minutes))
    await cloud.timer('jobs')
  }
  expect(await stateOf(record, file)).toBe('held')
  const look = { record, file, through: true, by: 'dl_psun' }
  expect(await settleByEye('dl', look)).toBe(true)
  expect(await stateOf(record, file)).toBe('passed')
  // The same tap again says the same; another's word comes too late.
  expect(await settleByEye('dl', look)).toBe(true)
  expect(await settleByEye('dl', { ...look, through: false, by: 'dl_pqian' })).toBe(false)
})

test('nobody lets through what WeChat refused', async () => {
  const file = await asked('dl_rbad', 'risky')
  await cloud.clock(after(1))
  const look = { record: 'dl_rbad', file, through: true, by: 'dl_psun' }
  expect(await settleByEye('dl', look)).toBe(false)
  expect(await stateOf('dl_rbad', file)).toBe('refused')
})

test('a phone that calls the function itself decides nothing', async () => {
  const file = await asked('dl_rforged')
  await cloud.call(by, 'media', {
    Event: 'wxa_media_check',
    trace_id: 'guessed-trace',
    result: { suggest: 'pass' },
  })
  expect(await stateOf('dl_rforged', file)).toBe('waiting')
})

test('what is known of a record goes with it', async () => {
  await asked('dl_rforgotten')
  await forgetChecks('dl', 'dl_rforgotten')
  expect((await checksOf('dl', 'dl_rforgotten')).size).toBe(0)
})

test('words are judged, and an outage is told apart', async () => {
  await cloud.call(by, 'centre', { procedure: 'about', centre: 'dl' })
  const of = (words: string) => verdictOnWords(by, [words])
  expect(await of('路灯坏了')).toBe('pass')
  expect(await of('笨蛋')).toBe('review')
  expect(await of('来赌博')).toBe('risky')
  await cloud.fault({ action: 'wx.openApi', kind: 'error' })
  expect(await of('路灯坏了')).toBe('unknown')
})
