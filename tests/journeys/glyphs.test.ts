import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { installFonts, launchBrowser } from '@/tests/support/browser'

let browser: Browser
/** A page with nothing on it, of this machine, as the ones of the program are. */
const empty = createServer((_request, reply) => reply.end())

beforeAll(async () => {
  browser = await launchBrowser()
  await new Promise<void>((resolve) => empty.listen(0, '127.0.0.1', resolve))
})

afterAll(async () => {
  await browser?.close()
  empty.close()
})

/** The picture of one character, as a data address, and how many of the page's own fonts it took. */
function draw(page: Page, character: string, family: string) {
  return page.evaluate(
    async ([text, name]) => {
      const font = `64px ${name}`
      const fonts = (await document.fonts.load(font, text)).length
      const canvas = document.createElement('canvas')
      canvas.width = canvas.height = 80
      const pen = canvas.getContext('2d')!
      pen.font = font
      pen.fillText(text, 8, 64)
      return { picture: canvas.toDataURL(), fonts }
    },
    [character, family] as const,
  )
}

test('常 and 回 do not look the same', async () => {
  const context = await browser.newContext()
  await installFonts(context)
  const page = await context.newPage()
  await page.goto(`http://127.0.0.1:${(empty.address() as AddressInfo).port}`)
  const blank = await draw(page, ' ', '"Noto Sans SC"')
  const [chang, hui] = [
    await draw(page, '常', '"Noto Sans SC"'),
    await draw(page, '回', '"Noto Sans SC"'),
  ]
  expect(chang!.fonts).toBe(1)
  expect(hui!.fonts).toBe(1)
  expect(chang!.picture).not.toBe(blank.picture)
  expect(chang!.picture).not.toBe(hui!.picture)
})

test('a family that holds neither draws both as the same box, which is what the test above would see', async () => {
  const page = await browser.newPage()
  // Two characters that no font has.
  expect(await draw(page, '\u{F0000}', 'sans-serif')).toEqual(
    await draw(page, '\u{F0001}', 'sans-serif'),
  )
})
