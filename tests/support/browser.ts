import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join, normalize } from 'node:path'
import { chromium, type Browser, type BrowserContext } from 'playwright-core'

/** Names under which a distribution or its maker installs Chromium. */
const INSTALLED = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
]
const INSTALLED_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** No sandbox: CI runs as root in a container. The rest keeps it from calling home. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-zygote',
  '--disable-background-networking',
  '--disable-quic',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
  // A microphone that hears something, and somebody who lets a page use it.
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
]

/** A family that the product's styles name; the test font answers to it, for machines without any Chinese font. */
const FONT_FAMILIES = ['Noto Sans SC', 'PingFang SC']
const FONT_WEIGHTS = [400, 700]

/**
 * Starts Chromium: CHROME_PATH, else the one from the package registry, which is made to run without a screen and takes a
 * third less of the machine, else an installed one.
 */
export async function launchBrowser(): Promise<Browser> {
  const tried: string[] = []
  for (const find of [fromEnvironment, fromRegistry, installed]) {
    const executablePath = await find()
    if (executablePath === undefined) continue
    try {
      return await chromium.launch({ executablePath, args: ARGUMENTS })
    } catch (error) {
      tried.push(
        `${executablePath}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`,
      )
      // A path given by hand is not silently replaced by another browser.
      if (find === fromEnvironment) break
    }
  }
  throw new Error(
    `No Chromium starts here. Install Chromium or Chrome, or set CHROME_PATH to its executable.\n${tried.join('\n')}`,
  )
}

function fromEnvironment(): string | undefined {
  return process.env['CHROME_PATH'] || undefined
}

function installed(): string | undefined {
  const path = INSTALLED_PATHS.find((candidate) => existsSync(candidate))
  if (path || process.platform === 'win32') return path
  for (const name of INSTALLED) {
    try {
      return execFileSync('/bin/sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim()
    } catch {
      continue
    }
  }
  return undefined
}

/** Unpacks the browser once, before several test processes would do it at the same time. */
export async function unpackBrowser(): Promise<void> {
  if (fromEnvironment() === undefined) await fromRegistry()
}

async function fromRegistry(): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}

const FONT_FOLDER = dirname(require.resolve('@fontsource/noto-sans-sc/package.json'))
const fontAddresses = new WeakMap<Browser, Promise<string>>()
let fontFaces: string | undefined

/**
 * Gives every page of a context Chinese glyphs out of node_modules. They come from an address of this machine: a request
 * that is answered by the test itself would keep the browser from caching anything.
 */
export async function installFonts(context: BrowserContext): Promise<void> {
  const browser = context.browser()!
  if (!fontAddresses.has(browser)) fontAddresses.set(browser, serveFonts(browser))
  const address = await fontAddresses.get(browser)!
  fontFaces ??= readFontFaces()
  await context.addInitScript(
    (css) => {
      const add = () => {
        const style = document.createElement('style')
        style.textContent = css
        document.head.prepend(style)
      }
      if (document.head) add()
      else document.addEventListener('DOMContentLoaded', add)
    },
    fontFaces.replaceAll('url(./', `url(${address}`),
  )
}

/** Serves the font's files for as long as the browser runs; where. */
async function serveFonts(browser: Browser): Promise<string> {
  const server = createServer((request, reply) => {
    const file = join(FONT_FOLDER, normalize(new URL(request.url ?? '/', 'http://fonts').pathname))
    reply
      .writeHead(200, {
        'content-type': 'font/woff2',
        'access-control-allow-origin': '*',
        'cache-control': 'max-age=86400',
      })
      .end(readFileSync(file))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  browser.once('disconnected', () => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

function readFontFaces(): string {
  return FONT_WEIGHTS.map((weight) => readFileSync(join(FONT_FOLDER, `${weight}.css`), 'utf8'))
    .flatMap((css) =>
      FONT_FAMILIES.map((family) => css.replaceAll("'Noto Sans SC'", `'${family}'`)),
    )
    .join('\n')
    .replace(/, url\([^)]*\.woff\) format\('woff'\)/g, '')
}
