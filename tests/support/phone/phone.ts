import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import jsQR from 'jsqr'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { installFonts } from '../browser'
import type { Build, Entrance, PhoneFile } from './build'

const PATIENCE_MS = 10_000
const PICTURES = join(__dirname, '../../../dist/journeys')

declare global {
  interface Window {
    /** Whether the press that is going on has reached what was meant. */
    felt?: Promise<boolean>
    /** How long the sound was that was played to its end. */
    heard?: Promise<number>
  }
}

type Role = Parameters<Page['getByRole']>[0]
const TAPPABLE: Role[] = ['button', 'link', 'tab', 'switch', 'checkbox', 'radio', 'option']
const CHOOSABLE: Role[] = ['radio', 'checkbox', 'switch', 'option', 'tab', 'button']
const FILLABLE: Role[] = ['textbox', 'searchbox', 'spinbutton']

export interface PhoneOptions {
  /** CSS pixels; 390 × 844 unless said. */
  width?: number
  height?: number
}

/**
 * A phone in someone's hand. Everything on it is found by what a screen reader would say, so a journey that passes can be
 * made without seeing. A name is the whole spoken name, or its words before the first ，.
 */
export class Phone {
  /** Lines the browser itself complained about. */
  private readonly complaints: string[] = []

  private constructor(
    private readonly build: Build,
    private readonly context: BrowserContext,
    /** The browser's own page, for what has no name: sizes, positions. */
    readonly page: Page,
  ) {
    page.setDefaultTimeout(PATIENCE_MS)
    page.on('pageerror', (error) => this.complaints.push(error.stack || String(error)))
  }

  /** A new phone that belongs to `openid`, with nothing stored on it. */
  static async of(
    build: Build,
    browser: Browser,
    openid: string,
    { width = 390, height = 844 }: PhoneOptions = {},
  ): Promise<Phone> {
    const context = await browser.newContext({
      viewport: { width, height },
      screen: { width, height },
      hasTouch: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    })
    await installFonts(context)
    await build.signIn(context, openid)
    return new Phone(build, context, await context.newPage())
  }

  /** Opens the app anew: a page such as `/pages/today/index`, or what a code holds. */
  async open(entrance: Entrance = '/'): Promise<void> {
    await this.build.open(this.page, entrance)
  }

  async tap(name: string): Promise<void> {
    await this.press(() => this.find(TAPPABLE, name))
  }

  async fill(label: string, text: string): Promise<void> {
    await (await this.find(FILLABLE, label)).fill(text)
  }

  /** Chooses an answer, ticks a box, turns a switch. */
  async choose(label: string): Promise<void> {
    await this.press(() => this.find(CHOOSABLE, label))
  }

  /** Waits until the words can be seen. */
  async expectText(text: string | RegExp): Promise<void> {
    try {
      await this.words(text).first().waitFor({ state: 'visible' })
    } catch {
      throw new Error(`“${String(text)}” is not on the screen.\n${await this.account()}`)
    }
  }

  /** Waits until the words cannot be seen any more. */
  async expectNoText(text: string | RegExp): Promise<void> {
    const words = this.words(text)
    try {
      while ((await words.count()) > 0) await words.first().waitFor({ state: 'hidden' })
    } catch {
      throw new Error(`“${String(text)}” is still on the screen.\n${await this.account()}`)
    }
  }

  async back(): Promise<void> {
    await this.build.back(this.page)
  }

  /** Cuts the network, or joins it again. */
  async offline(cut: boolean): Promise<void> {
    await this.context.setOffline(cut)
  }

  /** Holds a code before the camera for the next time the app asks for one. */
  async scan(answer: string): Promise<void> {
    await this.build.scan(this.page, answer)
  }

  /** Has a picture or a paper ready for the next time the app asks for one. */
  async choosing(file: PhoneFile): Promise<void> {
    await this.build.choose(this.page, file)
  }

  /** Taps what opens a file to read; its bytes, as they reached the person. */
  async read(name: string): Promise<Buffer> {
    return this.build.opened(this.page, () => this.tap(name))
  }

  /** Taps what plays a sound and hears it to its end; how many seconds it was. */
  async hear(name: string): Promise<number> {
    await this.page.evaluate(() => {
      window.heard = new Promise((resolve, reject) => {
        const { prototype } = HTMLMediaElement
        const { play } = prototype
        prototype.play = function () {
          prototype.play = play
          // Before the page hears of it, and puts the player away.
          const first = { capture: true }
          this.addEventListener('ended', () => resolve(this.currentTime), first)
          this.addEventListener('error', () => reject(new Error(this.error?.message)), first)
          return play.call(this)
        }
      })
    })
    await this.tap(name)
    return (await this.page.evaluate(() => window.heard))!
  }

  /** How wide a picture is by itself, once it has arrived. */
  async pictureWidth(name: string): Promise<number> {
    const picture = this.page.getByRole('img', { name }).filter({ visible: true })
    return picture.evaluate(async (element) => {
      const image = element instanceof HTMLImageElement ? element : element.querySelector('img')!
      await image.decode()
      return image.naturalWidth
    })
  }

  /** The text of the QR code on the screen, read as a camera would. */
  async code(): Promise<string> {
    const square = this.page.locator('.qr__code').filter({ visible: true })
    const { data, width, height } = PNG.sync.read(await square.screenshot())
    const code = jsQR(new Uint8ClampedArray(data), width, height)
    if (!code) throw new Error('the screen shows no code that can be read')
    return code.data
  }

  /** Lets WeChat's phone button give this code from now on; only in the WeChat package. */
  async giveNumber(code: string): Promise<void> {
    await this.build.giveNumber(this.page, code)
  }

  /** Chooses an answer of one question, where several questions have the same answers. */
  async answer(question: string, label: string): Promise<void> {
    const asked = this.page.getByRole('radiogroup', {
      name: new RegExp(`^${escape(question)}(，|$)`),
    })
    const choice = asked.getByRole('radio', { name: new RegExp(`^${escape(label)}(，|$)`) })
    await this.press(() => Promise.resolve(choice))
  }

  /** The lines that can be read now. */
  async texts(): Promise<string[]> {
    const text = await this.page.locator('body').innerText()
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  }

  /** Everything a screen reader would say, as an outline. */
  async spoken(): Promise<string> {
    return this.page.locator('body').ariaSnapshot()
  }

  /** Saves dist/journeys/<name>-<build>.png, for people to look at. */
  async screenshot(name: string): Promise<string> {
    await this.page.evaluate(() => document.fonts.ready.then(() => undefined))
    mkdirSync(PICTURES, { recursive: true })
    const path = join(PICTURES, `${name}-${this.build.name}.png`)
    await this.page.screenshot({ path })
    return path
  }

  /** What axe-core finds wrong with the screen now, one line each. */
  async axe(): Promise<string[]> {
    // While one page slides over another both are drawn: a person sees them one after the other.
    await this.page.waitForFunction(
      () =>
        [...document.querySelectorAll('[role="main"]')].filter(
          (main) => main.getClientRects().length > 0,
        ).length <= 1,
    )
    if (!(await this.page.evaluate(() => 'axe' in window)))
      await this.page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'))
    return this.page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') }
      const { violations } = await axe.run(document.body, {
        // The bars above and below a page are WeChat's, or Taro's, and lie in no landmark.
        rules: { region: { enabled: false } },
      })
      return violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`),
      )
    })
  }

  /** What went wrong on this phone until now, one line each. */
  async problems(): Promise<string[]> {
    return [...this.complaints, ...(await this.build.problems(this.page))]
  }

  async close(): Promise<void> {
    await this.context.close()
  }

  /** For a failure: what can be heard, and what has gone wrong before. */
  private async account(): Promise<string> {
    return ['It says:', await this.spoken(), ...(await this.problems())].join('\n')
  }

  private words(text: string | RegExp): Locator {
    return this.page.getByText(text).filter({ visible: true })
  }

  /**
   * Presses until the press is felt: when something comes in above while the finger is on the glass, what was meant
   * slips away under it, and a person presses once more. What is drawn anew meanwhile, under the same name, feels it too.
   */
  private async press(find: () => Promise<Locator>): Promise<void> {
    for (;;) {
      const meant = await find()
      await meant.evaluate((element) => {
        // What follows the comma may change while the page is still being read.
        const nameOf = (one: Element) => one.getAttribute('aria-label')?.split('，')[0]
        const name = nameOf(element)
        const isMeant = (under: EventTarget): boolean =>
          under === element ||
          (name !== undefined && under instanceof Element && nameOf(under) === name)
        window.felt = new Promise((resolve) =>
          document.addEventListener(
            'click',
            (event) => resolve(event.composedPath().some(isMeant)),
            { once: true, capture: true },
          ),
        )
      })
      await meant.click()
      // A busy page hears of the press later than the glass does. Another page may have been opened by then.
      const felt = await this.page.evaluate(() => window.felt).catch(() => true)
      if (felt !== false) return
    }
  }

  private async find(roles: Role[], name: string): Promise<Locator> {
    const spokenName = new RegExp(`^${escape(name)}(，|$)`)
    const found = roles
      .map((role) => this.page.getByRole(role, { name: spokenName }))
      .reduce((all, one) => all.or(one))
      .filter({ visible: true })
    try {
      await found.first().waitFor()
    } catch {
      throw new Error(
        `no ${roles.join(', ')} is spoken as “${name}” on the screen.\n${await this.account()}`,
      )
    }
    return found
  }
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
