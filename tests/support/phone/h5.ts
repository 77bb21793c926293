import { SCAN_PAGE, type Build, type Entrance } from './build'

/** Where the browser app keeps who holds the phone. */
const DEMO_OPENID_KEY = 'chj.openid'

/** The browser app, served by the emulated cloud itself. */
export function h5Build(cloudUrl: string): Build {
  return {
    name: 'h5',
    async signIn(context, openid) {
      await context.addInitScript(
        ([key, value]) => {
          // about:blank, between two openings, has no storage.
          if (location.protocol.startsWith('http')) localStorage.setItem(key, value)
        },
        [DEMO_OPENID_KEY, openid] as const,
      )
    },
    async open(page, entrance) {
      // Only the part after # differs: without leaving first, it would not be opened anew.
      await page.goto('about:blank')
      await page.goto(`${cloudUrl}/#${route(entrance)}`)
    },
    async back(page) {
      // A person goes back from a page that has come; one still sliding in would take the page below along.
      await page.waitForFunction(() => {
        const pages = [...document.querySelectorAll('.taro_page')]
        const shown = pages.filter((one) => !one.matches('.taro_page_shade'))
        return shown.length <= 1 && pages.every((one) => one.matches('.taro_page_stationed'))
      })
      await page.goBack()
    },
    async scan(page, answer) {
      page.once('dialog', (dialog) => void dialog.accept(answer))
    },
    choose(page, { name, type, content }) {
      page.once(
        'filechooser',
        (chooser) => void chooser.setFiles({ name, mimeType: type, buffer: content }),
      )
      return Promise.resolve()
    },
    async opened(page, tap) {
      // A browser shows a picture in the new tab and saves a paper; either way this is what it asks for.
      const [request] = await Promise.all([
        page.context().waitForEvent('request', (asked) => asked.isNavigationRequest()),
        tap(),
      ])
      return Buffer.from(await (await fetch(request.url())).arrayBuffer())
    },
    giveNumber: () => Promise.reject(new Error('a browser knows nobody’s number')),
    problems: () => Promise.resolve([]),
  }
}

function route(entrance: Entrance): string {
  if (typeof entrance === 'string') return entrance
  return `${SCAN_PAGE}?${new URLSearchParams(entrance).toString()}`
}
