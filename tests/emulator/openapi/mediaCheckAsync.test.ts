import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { reviewMarker, riskyMarker } from '@/emulator/openapi/mediaCheckAsync'
import { appid, li, minutes, startOpenApi, type Fixture } from './sdk'

let cloud: Fixture
let url: string
let deaf = false
const pictures = createServer((request, response) => {
  const bytes = { '/risky.png': riskyMarker, '/review.png': reviewMarker, '/cat.png': 'meow' }
  const found = bytes[request.url as keyof typeof bytes]
  response.statusCode = found ? 200 : 404
  response.end(found)
})

beforeAll(async () => {
  await new Promise<void>((resolve) => pictures.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(pictures.address() as AddressInfo).port}`
  cloud = await startOpenApi({
    options: { mediaCheck: { functionName: 'pictures', delayMs: 10 * minutes } },
    functions: { pictures: () => (deaf ? { errcode: 1 } : { errcode: 0 }) },
  })
})
beforeEach(() => {
  cloud.calls.length = 0
  deaf = false
})
afterAll(async () => {
  await cloud.close()
  pictures.closeAllConnections()
  pictures.close()
})

const check = (change: object = {}) =>
  cloud.sdk.openapi.security!.mediaCheckAsync!({
    mediaUrl: `${url}/cat.png`,
    mediaType: 2,
    version: 2,
    scene: 3,
    openid: li,
    ...change,
  })

test('the verdict reaches the function when the delay is over, not before', async () => {
  const { traceId } = await check()
  await cloud.pass(10 * minutes - 1)
  expect(cloud.calls).toEqual([])
  await cloud.pass(1)
  expect(cloud.calls).toMatchObject([
    {
      functionName: 'pictures',
      caller: { openid: li, source: 'wx_unknown' },
      event: {
        MsgType: 'event',
        Event: 'wxa_media_check',
        CreateTime: cloud.clock.now() / 1000,
        FromUserName: li,
        appid,
        trace_id: traceId,
        version: 2,
        errcode: 0,
        errmsg: 'ok',
        result: { suggest: 'pass', label: 100 },
        detail: [{ strategy: 'content_model', suggest: 'pass' }],
      },
    },
  ])
  expect(cloud.openapi.callbacks()).toEqual([])
})

test.each([
  ['risky.png', { errcode: 0, result: { suggest: 'risky', label: 20002 } }],
  ['review.png', { errcode: 0, result: { suggest: 'review', label: 21000 } }],
  ['gone.png', { errcode: -1008, detail: [] }],
])('%s gets its verdict', async (name, event) => {
  await check({ mediaUrl: `${url}/${name}` })
  await cloud.pass(10 * minutes)
  expect(cloud.calls[0]?.event).toMatchObject(event)
})

test('nothing is fetched from another machine: the service’s download error is told instead', async () => {
  await check({ mediaUrl: 'https://example.com/cat.png' })
  await cloud.pass(10 * minutes)
  expect(cloud.calls[0]?.event).toMatchObject({ errcode: -1008 })
  expect(cloud.calls[0]?.event).not.toHaveProperty('result')
})

test('a function that does not acknowledge is told three times in all', async () => {
  deaf = true
  await check()
  await cloud.pass(10 * minutes)
  await cloud.pass(5000)
  await cloud.pass(5000)
  await cloud.pass(60 * minutes)
  expect(cloud.calls).toHaveLength(3)
})

test.each([
  ['version 1', { version: 1 }, 47001],
  ['no address', { mediaUrl: '' }, 44002],
  ['a film', { mediaType: 3 }, 40004],
  ['nobody', { openid: '' }, 40003],
])('%s is refused', async (_name, change, errCode) => {
  await expect(check(change)).rejects.toMatchObject({ errCode })
})
