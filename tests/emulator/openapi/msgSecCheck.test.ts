import { hours, li, startOpenApi, type Fixture } from './sdk'

let cloud: Fixture
const seen = new Map<string, number>()

beforeAll(async () => {
  cloud = await startOpenApi({ options: { lastSeen: (openid) => seen.get(openid) } })
})
beforeEach(() => seen.set(li, cloud.clock.now()))
afterAll(() => cloud.close())

const check = (change: object = {}) =>
  cloud.sdk.openapi.security!.msgSecCheck!({
    version: 2,
    scene: 2,
    openid: li,
    content: '今天的红烧肉很好吃',
    ...change,
  })

test('a friendly comment passes', async () => {
  expect(await check()).toMatchObject({
    errCode: 0,
    result: { suggest: 'pass', label: 100 },
    detail: [{ strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100, prob: 90 }],
    traceId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/) as unknown,
  })
})

test('gambling is risky even when spaced out, and the word is named', async () => {
  const reply = await check({ content: '来 赌-博 吧' })
  expect(reply.result).toEqual({ suggest: 'risky', label: 20006 })
  expect(reply.detail[1]).toMatchObject({ strategy: 'keyword', keyword: '赌博' })
})

test('advertising is for review, and the title counts too', async () => {
  expect((await check({ title: '加微信领奖' })).result).toEqual({ suggest: 'review', label: 10001 })
})

test('a risky word outweighs one for review', async () => {
  expect((await check({ content: '加微信 代开发票' })).result.suggest).toBe('risky')
})

test.each([
  ['no openid', { openid: undefined }, 40003],
  ['an unknown scene', { scene: 5 }, 40129],
  ['version 1', { version: 1 }, 47001],
  ['no content', { content: '' }, 44002],
  ['2501 characters', { content: '好'.repeat(2501) }, 45002],
  ['someone who was never here', { openid: 'o-stranger' }, 61010],
])('%s is refused', async (_name, change, errCode) => {
  await expect(check(change)).rejects.toMatchObject({ errCode })
})

test('2500 characters are taken', async () => {
  expect((await check({ content: '好'.repeat(2500) })).result.suggest).toBe('pass')
})

test('someone who was here two hours ago may still be checked, a moment later no more', async () => {
  seen.set(li, cloud.clock.now() - 2 * hours)
  expect((await check()).errCode).toBe(0)
  seen.set(li, cloud.clock.now() - 2 * hours - 1)
  await expect(check()).rejects.toMatchObject({ errCode: 61010 })
})
