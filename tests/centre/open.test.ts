import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { centre } from '@/types/centre'
import { residents } from '@/types/residents'
import { startCloud, type TestCloud } from '@/tests/support/cloud'
import { as, codeOf, newKey, policy, saturday } from '@/tests/support/people'

let cloud: TestCloud
let setupCode: string

beforeAll(async () => {
  cloud = await startCloud({ now: saturday })
  const secrets = JSON.parse(readFileSync(join(cloud.data, 'secrets.json'), 'utf8')) as {
    CHJ_SETUP_CODE: string
  }
  setupCode = secrets.CHJ_SETUP_CODE
})
afterAll(() => cloud.stop())

const centreOf = (code: string) => ({ name: `${code}党群服务中心`, adminName: '周主任', policy })

const open = (openid: string, code: string, guess = setupCode) =>
  as(cloud, centre, openid, code)('open', { ...centreOf(code), setupCode: guess })

test('whoever holds the setup code opens a centre and is its admin', async () => {
  await open('o-zhou', 'kai')
  const me = await as(cloud, residents, 'o-zhou', 'kai')('me', {})
  expect(me.person?.name).toBe('周主任')
  expect(me.roles.map(({ role, node }) => [role, node])).toEqual([
    ['admin', 'kai_centre'],
    ['centreStaff', 'kai_centre'],
  ])
  const { id } = await as(
    cloud,
    residents,
    'o-zhou',
    'kai',
  )('saveNode', {
    kind: 'community',
    parent: 'kai_centre',
    name: '静安里社区',
  })
  expect(id).toMatch(/^kai_/)
  expect(await as(cloud, residents, 'o-zhou', 'kai')('memberCode', {})).toMatchObject({
    name: '周主任',
  })
  const { items } = await as(cloud, centre, 'o-nobody', 'all')('list', {})
  expect(items).toContainEqual({ code: 'kai', name: 'kai党群服务中心' })
})

test('a wrong code opens nothing, and guessing ends after a few tries', async () => {
  expect(await codeOf(open('o-guess', 'wen', 'not-the-code'))).toBe('WrongSetupCode')
  const guesses: string[] = []
  for (let i = 0; i < 6; i++) guesses.push(await codeOf(open('o-guess', 'wen', `guess-${i}-xxxx`)))
  expect(guesses.at(-1)).toBe('TooManyTries')
  expect(await codeOf(open('o-guess', 'wen'))).toBe('TooManyTries')
  expect(await codeOf(as(cloud, centre, 'o-guess', 'wen')('about', {}))).toBe('UnknownCentre')
})

test('a centre that is there is not opened again by somebody else', async () => {
  await open('o-first', 'er')
  expect(await codeOf(open('o-second', 'er'))).toBe('CentreExists')
  expect((await as(cloud, residents, 'o-second', 'er')('me', {})).roles).toEqual([])
})

test('of two who open the same centre at once, one becomes its admin', async () => {
  const both = ['o-left', 'o-right']
  const answers = await Promise.all(both.map((openid) => codeOf(open(openid, 'san'))))
  expect(answers.sort()).toEqual(['CentreExists', 'ok'])
  const mes = await Promise.all(both.map((openid) => as(cloud, residents, openid, 'san')('me', {})))
  expect(mes.filter((me) => me.roles.length > 0)).toHaveLength(1)
})

test('the same tap sent again, after its reply was lost, completes what it began', async () => {
  const key = newKey()
  await cloud.fault({ action: 'write', procedure: 'centre.open', kind: 'crash', skip: 3, times: 1 })
  const input = { key, ...centreOf('si'), setupCode }
  const call = () =>
    cloud.call('o-again', 'centre', { procedure: 'open', centre: 'si', input }).catch(() => null)
  await call()
  await call()
  expect((await as(cloud, residents, 'o-again', 'si')('me', {})).roles).toHaveLength(2)
})
