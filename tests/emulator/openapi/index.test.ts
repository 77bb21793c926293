import { startOpenApi, li, type Fixture } from './sdk'

let cloud: Fixture

beforeAll(async () => {
  cloud = await startOpenApi({ permissions: { activities: ['security.msgSecCheck'] } })
})
beforeEach(() => cloud.openapi.clearOutbox())
afterEach(() => cloud.runIn(undefined))
afterAll(() => cloud.close())

const text = { version: 2, scene: 2, openid: li, content: '谢谢' }

test('a function calls what its config.json permits, and nothing else', async () => {
  cloud.runIn('activities', li)
  expect((await cloud.sdk.openapi.security!.msgSecCheck!(text)).result.suggest).toBe('pass')
  await expect(cloud.sdk.openapi.wxacode!.getUnlimited!({ scene: 'a' })).rejects.toMatchObject({
    errCode: -604101,
    errMsg: expect.stringContaining('system error: error code: -604101') as unknown,
  })
})

test('an API that is not emulated says so instead of pretending', async () => {
  await expect(cloud.sdk.openapi.logistics!.getAllDelivery!({})).rejects.toMatchObject({
    errCode: -604100,
  })
  expect(cloud.openapi.outbox()).toMatchObject([
    { api: 'logistics.getAllDelivery', error: { code: -604100 } },
  ])
})

test('the outbox keeps who asked what and what came of it; a picture shows as its size', async () => {
  cloud.runIn('activities', li)
  await cloud.sdk.openapi.security!.msgSecCheck!(text)
  cloud.runIn(undefined)
  await cloud.sdk.openapi.wxacode!.getUnlimited!({ scene: 'a=1' })
  const [checked, drawn] = cloud.openapi.outbox()
  expect(checked).toMatchObject({
    at: cloud.clock.now(),
    api: 'security.msgSecCheck',
    functionName: 'activities',
    input: text,
    result: { result: { suggest: 'pass' } },
  })
  expect(drawn?.result).toEqual({ contentType: 'image/png', bytes: expect.any(Number) as unknown })
})

test('a refusal carries a request id after WeChat’s words', async () => {
  await expect(
    cloud.sdk.openapi.security!.msgSecCheck!({ ...text, openid: '' }),
  ).rejects.toMatchObject({
    errMsg: expect.stringMatching(/invalid openid rid: [0-9a-f-]{26}/) as unknown,
  })
})

test('callOpenAPI takes and gives JSON in WeChat’s own names', async () => {
  const { result } = await cloud.sdk.callOpenAPI({ api: 'security.msgSecCheck', data: text })
  expect(result).toMatchObject({ errcode: 0, trace_id: expect.any(String) as unknown })
})

test('bytes that are not a request are refused', async () => {
  const form = { apiName: 'security.msgSecCheck', requestData: Buffer.from('no protobuf') }
  await expect(cloud.openapi.handle('wx.openApi', form)).rejects.toMatchObject({
    code: 'INVALID_PARAM',
  })
})

test('a file argument arrives whole', async () => {
  await expect(
    cloud.sdk.openapi.security!.imgSecCheck!({
      media: { contentType: 'image/png', value: Buffer.from([1, 2, 3]) },
    }),
  ).rejects.toMatchObject({ errCode: -604100 })
  expect(cloud.openapi.outbox()[0]?.input).toEqual({
    media: { filename: 'media.png', bytes: 3 },
  })
})
