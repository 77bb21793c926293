import { startCloud, type TestCloud } from '../../support/cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud({
    functions: 'fixtures',
    now: '2027-02-06T08:00:00+08:00',
    config: 'tests/emulator/fixtures/cloudbaserc.json',
  })
})
afterAll(() => cloud.stop())

interface Who {
  context: { OPENID?: string; SOURCE?: string; ENV?: string; APPID?: string }
  event: Record<string, unknown>
}
interface When {
  startedAt: number
  now: number
  date: string
  text: string
  zone: number
  typed: boolean
}

describe('who calls', () => {
  test('a phone shows its OPENID, and the service adds userInfo to the event', async () => {
    const { context, event } = await cloud.call<Who>('li', 'edges', { procedure: 'who' })
    expect(context).toMatchObject({ OPENID: 'li', SOURCE: 'wx_client', ENV: 'changhuijia-local' })
    expect(event.userInfo).toEqual({ appId: context.APPID, openId: 'li' })
  })

  test('the next caller on the same warm instance leaves nothing of the last one', async () => {
    await cloud.call('li', 'edges', { procedure: 'who' })
    const { context } = await cloud.call<Who>(null, 'edges', { procedure: 'who' })
    expect(context).not.toHaveProperty('OPENID')
    expect(context.SOURCE).toBe('wx_client')
    const left = { procedure: 'variable', input: { name: 'WX_OPENID' } }
    expect(await cloud.call('li', 'edges', left)).toBe('li')
    expect(await cloud.call(null, 'edges', left)).toBeNull()
  })

  test('whatever a phone writes into the event, it stays a phone', async () => {
    const { context, event } = await cloud.call<Who>(null, 'edges', {
      procedure: 'who',
      Type: 'Timer',
      TriggerName: 'often',
      userInfo: { openId: 'the director' },
    })
    expect(context.SOURCE).toBe('wx_client')
    expect(context).not.toHaveProperty('OPENID')
    expect(event.userInfo).not.toHaveProperty('openId')
    expect(event.Type).toBe('Timer')
  })

  test('a timer brings no one and says so', async () => {
    const answer = await cloud.timer('edges')
    expect(answer).toBeNull()
    expect((await cloud.metrics()).procedures.edges?.calls).toBe(1)
  })

  test('a called function sees the resident and the longer way', async () => {
    const { context } = await cloud.call<Who>('li', 'edges', {
      procedure: 'nested',
      input: { name: 'edges', event: { procedure: 'who' } },
    })
    expect(context).toMatchObject({ OPENID: 'li', SOURCE: 'wx_client,scf' })
  })

  test('a client outside the functions brings no one', async () => {
    const { result } = (await cloud.app.callFunction({
      name: 'edges',
      data: { procedure: 'who' },
    })) as unknown as { result: Who }
    expect(result.context).not.toHaveProperty('OPENID')
    expect(result.context.SOURCE).not.toContain('wx_client')
    expect(result.context.SOURCE).not.toBe('wx_trigger')
  })
})

describe('time', () => {
  test('every way to ask for the present gives the time of the cloud, in UTC', async () => {
    const before = Date.parse('2027-02-06T08:00:00+08:00')
    const when = await cloud.call<When>('li', 'edges', { procedure: 'when' })
    for (const at of [when.now, Date.parse(when.date), Date.parse(when.text)]) {
      expect(at).toBeGreaterThanOrEqual(before - 1000)
      expect(at).toBeLessThan(before + 60_000)
    }
    expect(when).toMatchObject({ zone: 0, typed: true })
    expect(when.text).toContain('GMT+0000')
  })

  test('a warm instance follows the clock', async () => {
    await cloud.clock('2028-01-26T23:59:59+08:00')
    const { now } = await cloud.call<When>('li', 'edges', { procedure: 'when' })
    expect(new Date(now).toISOString()).toMatch(/^2028-01-26T1[56]:/)
  })
})

describe('variables', () => {
  const variable = (name: string) =>
    cloud.call<string | null>('li', 'edges', { procedure: 'variable', input: { name } })

  test('a declared secret is made up, a literal is kept, the rest of this machine stays outside', async () => {
    expect(await variable('FIXTURE_SECRET')).toMatch(/^[\w-]{43}$/)
    expect(await variable('FIXTURE_LITERAL')).toBe('as written')
    expect(await variable('HOME')).toBeNull()
  })

  test('a secret outlives a restart', async () => {
    const config = 'tests/emulator/fixtures/cloudbaserc.json'
    const first = await variable('FIXTURE_SECRET')
    const { data } = cloud
    const second = await startCloud({ functions: 'fixtures', data, config })
    try {
      expect(
        await second.call('li', 'edges', {
          procedure: 'variable',
          input: { name: 'FIXTURE_SECRET' },
        }),
      ).toBe(first)
    } finally {
      await second.stop()
    }
  })
})
