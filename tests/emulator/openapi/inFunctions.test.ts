import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCloud, type TestCloud } from '../../support/cloud'

const data = mkdtempSync(join(tmpdir(), 'cloud-'))
const start = (): Promise<TestCloud> =>
  startCloud({
    functions: 'fixtures',
    now: '2026-11-16T08:00:00+08:00',
    data,
    mediaCheck: 'wechat',
  })

let cloud: TestCloud
beforeAll(async () => {
  cloud = await start()
})
afterAll(async () => {
  await cloud.stop()
  rmSync(data, { recursive: true })
})

const ask = <T>(procedure: string, input: object = {}): Promise<T> =>
  cloud.call<T>('li', 'wechat', { procedure, input })

test('a function checks what a resident wrote', async () => {
  const { result } = await ask<{ result: object }>('check', { content: '来赌博' })
  expect(result).toEqual({ suggest: 'risky', label: 20006 })
})

test('a function reads the number of a phone button', async () => {
  const code = await cloud.phoneCode('li', '13800001234')
  expect(await ask('phone', { code })).toMatchObject({ phoneInfo: { phoneNumber: '13800001234' } })
})

test('a function sends what the resident agreed to, once', async () => {
  await cloud.consent('li', 'reminder')
  const message = { templateId: 'reminder', data: { thing1: { value: '声乐班' } } }
  await ask('send', message)
  await expect(ask('send', message)).rejects.toThrow('43101')
  const sent = (await cloud.outbox()).filter(({ api }) => api === 'subscribeMessage.send')
  expect(sent).toMatchObject([
    { functionName: 'wechat', input: { touser: 'li' }, result: {} },
    { error: { code: 43101 } },
  ])
})

test('what arrives after the call is over still speaks for who called', async () => {
  const order = { outTradeNo: 'late-1', totalFee: 100 }
  await ask('orderLate', order)
  const ordered = async () =>
    (await cloud.outbox()).filter(({ api }) => api === 'cloudPay.unifiedOrder')
  while ((await ordered()).length === 0) continue
  expect(await ordered()).toMatchObject([{ functionName: 'wechat' }])
  // The same order again, by the same person.
  expect(await ask('order', order)).toMatchObject({ resultCode: 'SUCCESS' })
})

test('content is checked for people who were here within two hours', async () => {
  await ask('check', { content: '来了' })
  await expect(ask('check', { content: '来了', openid: 'nobody' })).rejects.toThrow('61010')
})

test('the verdict on a picture comes to the function that listens for it', async () => {
  const { fileID } = await cloud.app.uploadFile({
    cloudPath: 'bad.png',
    fileContent: Buffer.from('emulator-verdict-risky'),
  })
  const { fileList } = await cloud.app.getTempFileURL({ fileList: [fileID] })
  const { traceId } = await ask<{ traceId: string }>('checkPicture', {
    mediaUrl: fileList[0]!.tempFileURL,
  })
  await cloud.clock('2026-11-16T08:00:10+08:00')
  expect(await ask('heard')).toMatchObject({
    event: { Event: 'wxa_media_check', trace_id: traceId, result: { suggest: 'risky' } },
  })
})

test('a CloudID stands for its data', async () => {
  const cloudId = await cloud.cloudId({ groupCode: '3 号楼' })
  expect(JSON.stringify(await ask('open', { cloudId }))).toContain('3 号楼')
})

test('what the owner and WeChat decide about messages holds', async () => {
  const message = { templateId: 'decided', data: { thing1: { value: '声乐班' } } }
  await cloud.consent('li', 'decided', 'always')
  await cloud.ban(true)
  await expect(ask('send', message)).rejects.toThrow('43107')
  await cloud.ban(false)
  expect(await ask('send', message)).toMatchObject({ errCode: 0 })
  await cloud.refuse('li', 'decided')
  await expect(ask('send', message)).rejects.toThrow('43101')
})

test('an API missing from config.json is refused', async () => {
  await expect(ask('draw', { scene: 'a=1' })).rejects.toThrow('-604101')
})

test('the caller of the function is the payer, and the function hears of the payment', async () => {
  const order = { outTradeNo: 'lunch-1', totalFee: 1200 }
  const { payment } = await ask<{ payment: { package: string } }>('order', order)
  await expect(cloud.pay('wang', payment.package)).rejects.toThrow('同一用户')
  const { transactionId } = await cloud.pay('li', payment.package)
  expect(await ask('heard')).toMatchObject({
    source: 'wx_unknown',
    openid: 'li',
    event: { outTradeNo: 'lunch-1', transactionId },
  })
})

test('what a resident agreed to is known after the machine was switched off', async () => {
  await cloud.consent('wang', 'reminder')
  await cloud.stop('SIGKILL')
  cloud = await start()
  const message = { touser: 'wang', templateId: 'reminder', data: { thing1: { value: '声乐班' } } }
  expect(await ask('send', message)).toMatchObject({ errCode: 0 })
})

test('once a template is chosen, no other is known and none of its fields is missing', async () => {
  await cloud.chooseTemplate('reminder', ['thing1', 'time2'])
  await cloud.consent('li', 'reminder', 'always')
  const data = { thing1: { value: '声乐班' } }
  await expect(ask('send', { templateId: 'other', data })).rejects.toThrow('40037')
  await expect(ask('send', { templateId: 'reminder', data })).rejects.toThrow('47003')
})
