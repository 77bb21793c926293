import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { appid, li, minutes, startOpenApi, wang, type Fixture } from './sdk'

const folder = mkdtempSync(join(tmpdir(), 'openapi-'))
let cloud: Fixture

beforeAll(async () => {
  cloud = await startOpenApi({ options: { stateFile: join(folder, 'openapi.sqlite') } })
})
afterAll(async () => {
  await cloud.close()
  rmSync(folder, { recursive: true })
})

const ask = (data: object) => cloud.sdk.openapi.phonenumber!.getPhoneNumber!(data)
const refused = { errCode: 40029 }

test('a code gives the number once', async () => {
  const code = cloud.openapi.issuePhoneCode(li, '13800001234')
  const { phoneInfo } = await ask({ code })
  expect(phoneInfo).toEqual({
    phoneNumber: '13800001234',
    purePhoneNumber: '13800001234',
    countryCode: '86',
    watermark: { timestamp: cloud.clock.now() / 1000, appid },
  })
  await expect(ask({ code })).rejects.toMatchObject(refused)
})

test('a code is good for five minutes', async () => {
  const code = cloud.openapi.issuePhoneCode(li, '13800001234')
  const late = cloud.openapi.issuePhoneCode(li, '13800001234')
  await cloud.pass(5 * minutes)
  expect((await ask({ code })).errCode).toBe(0)
  await cloud.pass(1)
  await expect(ask({ code: late })).rejects.toMatchObject(refused)
})

test('a code survives a restart', async () => {
  const code = cloud.openapi.issuePhoneCode(li, '13800001234')
  await cloud.restart()
  expect((await ask({ code })).phoneInfo.phoneNumber).toBe('13800001234')
})

test('an invented code is refused, and so is someone else’s', async () => {
  await expect(ask({ code: 'invented' })).rejects.toMatchObject(refused)
  await expect(ask({})).rejects.toMatchObject(refused)
  const code = cloud.openapi.issuePhoneCode(li, '13800001234')
  await expect(ask({ code, openid: wang })).rejects.toMatchObject({ errCode: 40003 })
})

test('a CloudID opens to its data, an unknown or old one to an error', async () => {
  const cloudID = cloud.openapi.issueCloudId({ step: 42 })
  const opened = await cloud.sdk.getOpenData({ list: [cloudID, '65_invented'] })
  expect(opened.list).toEqual([
    { cloudID, data: { step: 42 } },
    { cloudID: '65_invented', errCode: -601005, errMsg: 'invalid cloudID' },
  ])
  await cloud.pass(5 * minutes + 1)
  const [late] = (await cloud.sdk.getOpenData({ list: [cloudID] })).list
  expect(late).toMatchObject({ errCode: -601006 })
})
