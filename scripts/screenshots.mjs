// `node scripts/screenshots.mjs`: takes the pictures of the README from the demo centre. Needs a Chromium with Chinese
// glyphs (CHROME_PATH, or one that is installed).
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { ROOT } from './install.mjs'
import { buildEmulator } from './build-emulator.mjs'
import { buildH5 } from './build.mjs'
import { bundleFunctions } from './bundle-functions.mjs'

const out = join(ROOT, '.github/images')
const phone = { width: 390, height: 844 }
const desk = { width: 1280, height: 800 }

/** `tap` opens a page by what stands on it. */
const pictures = [
  { name: 'today', as: 'demo-elder', path: 'pages/centre/today/index' },
  { name: 'today-elder', as: 'demo-elder', path: 'pages/centre/today/index', elder: true },
  { name: 'activities', as: 'demo-resident', path: 'pages/activities/list/index' },
  {
    name: 'detail',
    as: 'demo-daughter',
    path: 'pages/activities/list/index',
    tap: '太极晨练班',
  },
  { name: 'meal', as: 'demo-daughter', path: 'packages/canteen/menu/index' },
  { name: 'meal-elder', as: 'demo-elder', path: 'packages/canteen/menu/index', elder: true },
  { name: 'haircuts', as: 'demo-elder', path: 'packages/haircuts/book/index' },
  { name: 'haircuts-elder', as: 'demo-elder', path: 'packages/haircuts/book/index', elder: true },
  { name: 'shifts', as: 'demo-volunteer', path: 'packages/volunteers/shifts/index' },
  { name: 'help', as: 'demo-elder', path: 'packages/errands/menu/index' },
  { name: 'help-elder', as: 'demo-elder', path: 'packages/errands/menu/index', elder: true },
  { name: 'shop', as: 'demo-volunteer', path: 'packages/shop/shelf/index' },
  { name: 'speak-up', as: 'demo-elder', path: 'packages/feedback/speak-up/index' },
  {
    name: 'speak-up-elder',
    as: 'demo-elder',
    path: 'packages/feedback/speak-up/index',
    elder: true,
  },
  {
    name: 'vote',
    as: 'demo-daughter',
    path: 'packages/votes/list/index',
    tap: '小广场种什么树？',
  },
  { name: 'wishes', as: 'demo-elder', path: 'packages/proposals/home/index' },
  { name: 'mine', as: 'demo-daughter', path: 'pages/residents/mine/index' },
  {
    name: 'workbench',
    as: 'demo-staff',
    path: 'packages/residents-staff/workbench/index',
    size: desk,
  },
]

const executablePath = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].find((path) => path && existsSync(path))

async function startDemo(data) {
  const child = spawn(
    process.execPath,
    [
      join(ROOT, 'dist/emulator/cli.js'),
      '--port=0',
      `--data=${data}`,
      '--seed=demo',
      '--now=2026-11-21T08:05:00+08:00',
    ],
    { cwd: ROOT, env: { ...process.env, TZ: 'UTC' }, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let output = ''
  const url = await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += chunk
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output)
      if (found) resolve(found[0])
    })
    child.once('exit', () => reject(new Error(output)))
  })
  return { url, stop: () => child.kill() }
}

async function take(browser, url, { name, as, path, elder, tap, size = phone }) {
  const context = await browser.newContext({ viewport: size, deviceScaleFactor: 1.5 })
  await context.addInitScript(
    ([openid, mode]) => {
      localStorage.setItem('chj.openid', openid)
      localStorage.setItem('chj.centre', JSON.stringify({ data: 'chj' }))
      localStorage.setItem('design.mode', JSON.stringify({ data: mode }))
    },
    [as, elder ? 'elder' : 'normal'],
  )
  // Pictures show the program, without the panel of the demo.
  await context.route('**/emulator/people', (route) => route.abort())
  const page = await context.newPage()
  await page.goto(`${url}/#/${path}`, { waitUntil: 'networkidle' })
  if (tap) {
    await page.locator(`[aria-label^="${tap}"]`).first().click()
    await page.waitForURL(/packages/)
    // The new page slides in over the old one.
    await page.waitForTimeout(2000)
  }
  await page.screenshot({ path: join(out, `${name}.png`) })
  await context.close()
}

await Promise.all([bundleFunctions(), buildEmulator(), buildH5()])
mkdirSync(out, { recursive: true })
const data = mkdtempSync(join(tmpdir(), 'pictures-'))
const demo = await startDemo(data)
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
for (const picture of pictures) await take(browser, demo.url, picture)
await browser.close()
demo.stop()
rmSync(data, { recursive: true, force: true })
