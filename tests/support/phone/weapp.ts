import type {} from '@/tests/weapp/host/shell'
import type { HostOptions } from '@/tests/weapp/host/host'
import { SCAN_PAGE, type Build, type Entrance } from './build'

/** WeChat's numbers for how a mini-program was opened. */
const FROM_LIST = 1001
const FROM_QR_CODE = 1011
const FROM_MINI_PROGRAM_CODE = 1047

/** accessibility.md, 20. */
const LARGEST_SET_DATA = 64 * 1024
const MOST_NODES = 1000
const DEEPEST = 30

/** The built WeChat package in the project's host. */
export function weappBuild(hostUrl: string): Build {
  const openids = new WeakMap<object, string>()
  return {
    name: 'weapp',
    signIn(context, openid) {
      openids.set(context, openid)
      return Promise.resolve()
    },
    async open(page, entrance) {
      const options: HostOptions = {
        openid: openids.get(page.context()) ?? '',
        ...launch(entrance),
      }
      await page.goto(`${hostUrl}/?${new URLSearchParams({ options: JSON.stringify(options) })}`)
      await page.waitForFunction(() => window.weapp ?? window.weappFailed)
      const failed = await page.evaluate(() => window.weappFailed)
      if (failed !== undefined) throw new Error(`the mini-program did not start: ${failed}`)
    },
    async back(page) {
      await page.evaluate(() => window.weapp!.back())
    },
    async scan(page, answer) {
      await page.evaluate((code) => {
        window.weapp!.answers.scan = code
      }, answer)
    },
    async choose(page, { name, type, content }) {
      const address = `data:${type};base64,${content.toString('base64')}`
      await page.evaluate(
        (file) => {
          const { answers } = window.weapp!
          answers.pictures = [file.address]
          answers.papers = [file]
        },
        { name, address },
      )
    },
    async opened(page, tap) {
      await tap()
      const opening = () =>
        window.weapp!.record.calls.find(({ api }) => api === 'openDocument')?.options
      const { filePath } = (await (await page.waitForFunction(opening)).jsonValue()) as {
        filePath: string
      }
      const bytes = await page.evaluate(
        async (path) => [...new Uint8Array(await (await fetch(path)).arrayBuffer())],
        filePath,
      )
      return Buffer.from(bytes)
    },
    async giveNumber(page, code) {
      await page.evaluate((given) => {
        window.weapp!.answers.phoneCode = given
      }, code)
    },
    async problems(page) {
      const seen = await page.evaluate(
        () =>
          window.weapp && {
            path: window.weapp.path(),
            record: window.weapp.record,
            size: window.weapp.measure(),
          },
      )
      if (!seen) return []
      const { path, record, size } = seen
      const problems = [...record.errors]
      for (const [screen, { largest }] of Object.entries(record.setData))
        if (largest > LARGEST_SET_DATA) problems.push(`${screen}: setData of ${largest} bytes`)
      if (size.nodes >= MOST_NODES) problems.push(`${path}: ${size.nodes} nodes`)
      if (size.depth >= DEEPEST) problems.push(`${path}: ${size.depth} levels deep`)
      return problems
    },
  }
}

/** WeChat hands `scene` and `q` over encoded once. */
function launch(entrance: Entrance): { url?: string; scene: number } {
  if (typeof entrance === 'string') {
    const url = entrance === '/' ? {} : { url: entrance }
    return { ...url, scene: FROM_LIST }
  }
  if ('scene' in entrance)
    return {
      url: `${SCAN_PAGE}?scene=${encodeURIComponent(entrance.scene)}`,
      scene: FROM_MINI_PROGRAM_CODE,
    }
  return { url: `${SCAN_PAGE}?q=${encodeURIComponent(entrance.q)}`, scene: FROM_QR_CODE }
}
