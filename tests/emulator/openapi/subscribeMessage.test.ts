import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fieldProblem } from '@/emulator/openapi/messageFields'
import { li, startOpenApi, wang, type Fixture } from './sdk'

const reminder = 'template-reminder'
const folder = mkdtempSync(join(tmpdir(), 'openapi-'))
let cloud: Fixture

beforeAll(async () => {
  cloud = await startOpenApi({
    options: {
      stateFile: join(folder, 'openapi.sqlite'),
      pages: ['pages/activity/index'],
    },
  })
  cloud.openapi.chooseTemplate(reminder, ['thing1', 'time2', 'phone_number3'])
})
afterEach(() => {
  cloud.openapi.ban(false)
  cloud.openapi.unsubscribe(li, reminder)
})
afterAll(async () => {
  await cloud.close()
  rmSync(folder, { recursive: true })
})

const fields = {
  thing1: { value: '声乐班 · 二楼多功能厅' },
  time2: { value: '2026年11月17日 09:30' },
  phone_number3: { value: '0371-66888866' },
}
const send = (change: object = {}) =>
  cloud.sdk.openapi.subscribeMessage!.send!({
    touser: li,
    templateId: reminder,
    page: 'pages/activity/index?id=7',
    data: fields,
    miniprogramState: 'formal',
    ...change,
  })

test('one consent is one message', async () => {
  cloud.openapi.subscribe(li, reminder)
  expect((await send()).errCode).toBe(0)
  await expect(send()).rejects.toMatchObject({ errCode: 43101 })
})

test('consents add up, belong to one person, and end with a refusal', async () => {
  cloud.openapi.subscribe(li, reminder, 2)
  cloud.openapi.subscribe(li, reminder)
  expect(cloud.openapi.consents(li, reminder)).toBe(3)
  await expect(send({ touser: wang })).rejects.toMatchObject({ errCode: 43101 })
  cloud.openapi.unsubscribe(li, reminder)
  await expect(send()).rejects.toMatchObject({ errCode: 43101 })
})

test('a long-term template is never used up', async () => {
  cloud.openapi.subscribe(li, reminder, 'always')
  await send()
  await send()
  expect(cloud.openapi.consents(li, reminder)).toBe(Infinity)
})

test('consents survive a restart', async () => {
  cloud.openapi.subscribe(li, reminder, 2)
  await send()
  await cloud.restart()
  expect(cloud.openapi.consents(li, reminder)).toBe(1)
})

test('a malformed message names its field and uses no consent up', async () => {
  cloud.openapi.subscribe(li, reminder)
  const data = { ...fields, thing1: { value: '二十一个字'.repeat(4) + '了' } }
  await expect(send({ data })).rejects.toMatchObject({
    errCode: 47003,
    errMsg: expect.stringContaining('argument invalid! data.thing1.value invalid') as unknown,
  })
  const { thing1, time2 } = fields
  await expect(send({ data: { thing1, time2 } })).rejects.toMatchObject({
    errMsg: expect.stringContaining('data.phone_number3.value is empty') as unknown,
  })
  expect(cloud.openapi.consents(li, reminder)).toBe(1)
})

test.each([
  ['no receiver', { touser: '' }, 40003],
  ['an unknown template', { templateId: 'template-gone' }, 40037],
  ['a page with a leading slash', { page: '/pages/activity/index' }, 41030],
  ['a page that does not exist', { page: 'pages/nowhere' }, 41030],
  ['an unknown state', { miniprogramState: 'beta' }, 47003],
  ['a forbidden word', { data: { ...fields, thing1: { value: '赌博之夜' } } }, 45168],
])('%s is refused', async (_name, change, errCode) => {
  cloud.openapi.subscribe(li, reminder)
  await expect(send(change)).rejects.toMatchObject({ errCode })
})

test('a banned app sends nothing, whatever was agreed', async () => {
  cloud.openapi.subscribe(li, reminder)
  cloud.openapi.ban()
  await expect(send()).rejects.toMatchObject({ errCode: 43107 })
  cloud.openapi.ban(false)
  expect((await send()).errCode).toBe(0)
})

const good: [string, string | number][] = [
  ['thing1', '一'.repeat(20)],
  ['number1', 12.5],
  ['letter1', 'A'.repeat(32)],
  ['symbol1', '——！'],
  ['character_string12', 'C-0042'],
  ['phone_number1', '+86-0766-66888866'],
  ['car_number1', '粤A8Z888挂'],
  ['name1', '欧阳娜娜'],
  ['name1', 'Mary-Ann'],
  ['phrase1', '报名成功了'],
  ['amount1', '￥1234567.89元'],
  ['time1', '15:01'],
  ['time1', '2019年10月1日 15:01~16:30'],
  ['date1', '2019年10月1日'],
  ['date1', '10月1日'],
  ['date1', '2019-10-01 15:01'],
  ['date1', '2019.10.01 ~ 2019.10.03'],
]
test.each(good)('%s takes %s', (key, value) => {
  expect(fieldProblem(key, value)).toBeUndefined()
})

const bad: [string, string | number][] = [
  ['thing1', '一'.repeat(21)],
  ['thing1', '两\n行'],
  ['number1', '12人'],
  ['letter1', 'A1'],
  ['symbol1', '！好'],
  ['character_string1', '取餐码7'],
  ['character_string1', 'A'.repeat(33)],
  ['phone_number1', '138001380001380013'],
  ['phone_number1', '一三八'],
  ['car_number1', '粤A8Z88888'],
  ['name1', '一'.repeat(11)],
  ['name1', 'A'.repeat(21)],
  ['phrase1', '报名成功啦啦'],
  ['phrase1', 'OK'],
  ['amount1', '12345678901'],
  ['amount1', '十元'],
  ['time1', '25:00'],
  ['time1', '2026年11月17日'],
  ['time1', '09:30～10:30'],
  ['date1', '2026年13月1日'],
  ['date1', '2月30日'],
  ['date1', '明天'],
  ['colour1', '红'],
]
test.each(bad)('%s refuses %s', (key, value) => {
  expect(fieldProblem(key, value)).toBe(`data.${key}.value invalid`)
})
