import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '@/tests/support/browser'
import { Phone } from '@/tests/support/phone/phone'
import { weappBuild } from '@/tests/support/phone/weapp'
import { readBundle } from './host/bundle'
import { serveHost, type HostServer } from './host/serve'

const FIXTURE = join(__dirname, 'fixture')

let browser: Browser
let cloud: Server
let host: HostServer
let phone: Phone

/** A cloud that answers who called and with what, and refuses the name `broken`. */
function startEcho(): Promise<Server> {
  const server = createServer((request, reply) => {
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () =>
      reply.end(JSON.stringify({ who: request.headers['x-wx-openid'], event: JSON.parse(body) })),
    )
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

beforeAll(async () => {
  cloud = await startEcho()
  const { port } = cloud.address() as AddressInfo
  host = await serveHost({ folder: FIXTURE, cloud: `http://127.0.0.1:${port}` })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await host?.close()
  cloud?.closeAllConnections()
  cloud?.close()
})

beforeEach(async () => {
  phone = await Phone.of(weappBuild(host.url), browser, 'o-wang')
})

afterEach(async () => {
  await phone.close()
})

const record = () => phone.page.evaluate(() => window.weapp!.record)

describe('the logic thread', () => {
  test('has no browser in it, and no way to make one from text', async () => {
    await phone.open()
    await phone.expectText(/^undefined EvalError$/)
  })

  test('hands a query over as it came, encoded', async () => {
    await phone.open('/pages/home/index?who=%E5%A6%88')
    await phone.expectText('{"who":"%E5%A6%88"}')
  })

  test('shows only what setData sent', async () => {
    await phone.open()
    await phone.tap('behind')
    await phone.expectText('line 丙')
    await phone.expectText('line 甲')
    await phone.expectNoText('line 改')
  })

  test('keeps storage when it is opened again', async () => {
    await phone.open()
    await phone.tap('keep')
    await phone.expectText('kept 1')
    await phone.open()
    await phone.tap('keep')
    await phone.expectText('kept 2')
  })
})

describe('what goes wrong is recorded', () => {
  test('a handler that no page has', async () => {
    await phone.open()
    await phone.tap('nobody')
    expect(await phone.problems()).toEqual(['pages/home/index has no method "nobody" for tap'])
  })

  test('a function of wx that the host lacks', async () => {
    await phone.open()
    await phone.tap('missing')
    expect((await record()).missing).toEqual({ startFlying: 1 })
  })

  test('the bytes of each setData', async () => {
    await phone.open()
    const before = (await record()).setData['pages/home/index']!
    await phone.tap('large')
    const after = (await record()).setData['pages/home/index']!
    expect(after.calls).toBe(before.calls + 1)
    expect(after.largest).toBe('{"large":""}'.length + 3000)
    expect(after.bytes).toBe(before.bytes + after.largest)
  })

  test('a template that does not compile', () => {
    expect(() => readBundle(withFile('pages/mine/index.wxml', '<view><text></view>'))).toThrow(
      /wcc/,
    )
  })

  test('a style sheet that does not compile', () => {
    expect(() => readBundle(withFile('app.wxss', '.open {'))).toThrow(/wcsc/)
  })
})

describe('pages', () => {
  test('lie on a stack, and come back with onShow', async () => {
    await phone.open()
    await phone.expectText('shows 1')
    await phone.tap('form')
    await phone.expectText('raw %E5%A6%88')
    await phone.tap('返回')
    await phone.expectText('shows 2')
  })

  test('of the tab bar are reached by it, and by navigateTo not at all', async () => {
    await phone.open()
    await phone.tap('tab')
    await phone.expectText('navigateTo:fail can not navigateTo a tabbar page')
    await phone.tap('我的')
    await phone.expectText('mine')
    await phone.tap('首页')
    await phone.expectText('shows 2')
  })

  test('are sized in rpx of the screen, rounded as WeChat does', async () => {
    await phone.open()
    const widths = await phone.page.evaluate(() =>
      ['whole', 'half', 'hair'].map(
        (name) => getComputedStyle(document.querySelector(`.${name}`)!).width,
      ),
    )
    expect(widths).toEqual(['390px', '195px', '1px'])
  })
})

describe('what is drawn', () => {
  test('says its words and states to a screen reader', async () => {
    await phone.open()
    const spoken = await phone.spoken()
    expect(spoken).toContain('button "spoken name" [disabled]')
    expect(spoken).toContain('tab "首页" [selected]')
  })

  test('a caught tap goes no further, a disabled button hears none', async () => {
    await phone.open()
    await phone.tap('caught')
    await phone.expectText('inner')
    await phone.expectNoText('outer heard')
    await phone.page.getByText('off', { exact: true }).dispatchEvent('click')
    await phone.tap('more')
    await phone.expectText('badge 2')
  })

  test('a component keeps its own data when its parent is drawn again', async () => {
    await phone.open()
    await phone.tap('add')
    await phone.expectText('badge 1 own 1')
    await phone.tap('more')
    await phone.expectText('badge 2 own 1 seen 2')
    await phone.tap('over')
    await phone.expectText('badge 99')
    await phone.tap('behind')
    await phone.expectText('line 丙')
    await phone.expectText('badge 99')
  })
})

describe('controls', () => {
  beforeEach(async () => {
    await phone.open('/pages/form/index')
  })

  test('a form reports every named field', async () => {
    await phone.fill('姓名', '王芳')
    await phone.fill('意见', '多点素菜')
    await phone.choose('长辈版')
    await phone.choose('素菜')
    // A word beside a radio is its label.
    await phone.page.getByText('自己', { exact: true }).click()
    await phone.page.getByText('妈妈', { exact: true }).click()
    await phone.tap('交表')
    await phone.expectText(
      'submit {"name":"王芳","words":"多点素菜","big":true,"food":["a"],"for":"ma"}',
    )
  })

  test('a picker gives the index, and the day', async () => {
    await phone.tap('楼栋')
    await phone.tap('二号楼')
    await phone.expectText('change 1')
    await phone.tap('日子')
    await phone.page.getByLabel('日子', { exact: true }).last().fill('2026-02-02')
    await phone.tap('确定')
    await phone.expectText('change "2026-02-02"')
  })

  test('WeChat’s own windows are refused unless the journey answers', async () => {
    await phone.tap('扫码')
    await phone.expectText('scanCode:fail cancel')
    await phone.scan('chj:1')
    await phone.tap('扫码')
    await phone.expectText('scanned chj:1')
    await phone.tap('手机号')
    await phone.expectText('getPhoneNumber:fail user deny')
    await phone.tap('问')
    await phone.tap('取消')
    await phone.expectText('confirm false')
  })
})

describe('the cloud', () => {
  test('is called under the identity of the phone', async () => {
    await phone.open()
    await phone.tap('call')
    await phone.expectText('o-wang 你好')
  })

  test('fails with WeChat’s words when the network is cut, and the page is told', async () => {
    await phone.open()
    await phone.tap('network')
    await phone.offline(true)
    await phone.expectText('off')
    await phone.tap('call')
    await phone.expectText('cloud.callFunction:fail request:fail')
    await phone.offline(false)
    await phone.expectText('on')
  })
})

/** The fixture with one file changed. */
function withFile(path: string, content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'weapp-'))
  broken.push(folder)
  cpSync(FIXTURE, folder, { recursive: true })
  writeFileSync(join(folder, path), content)
  return folder
}

const broken: string[] = []

afterAll(() => {
  for (const folder of broken) rmSync(folder, { recursive: true, force: true })
})
