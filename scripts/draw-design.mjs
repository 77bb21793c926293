// Draws what the build takes as files from the design's data: the style sheet of tokens, the tab bar's icons, the pin
// of the map and the picture of share cards.
// Run it after changing src/design/tokens.ts or a drawing; it needs a Chromium (CHROME_PATH or an installed one).
import { writeFile, mkdir } from 'node:fs/promises'
import { build } from 'esbuild'
import { chromium } from 'playwright-core'

const iconSide = 81
/** The bar shows them about this large, which decides how strong the line is. */
const shownSide = 24
const tabs = { today: 'house', activities: 'calendar', mine: 'person' }

const load = async (entry) => {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    write: false,
  })
  return import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  )
}

const { tokenSheet } = await load('src/design/tokenSheet.ts')
await writeFile('src/design/tokens.scss', tokenSheet())

const { drawingSvg } = await load('src/design/Drawing/svg.ts')
const { colours } = await load('src/design/tokens.ts')
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
try {
  const page = await browser.newPage({ viewport: { width: iconSide, height: iconSide } })
  await mkdir('src/assets', { recursive: true })
  for (const [tab, drawing] of Object.entries(tabs)) {
    for (const [state, colour] of [
      ['', 'soft'],
      ['-chosen', 'brick'],
    ]) {
      await page.setContent(
        `<style>body{margin:6px}svg{display:block;width:100%;height:auto}</style>${drawingSvg(drawing, colour, shownSide)}`,
      )
      await page.screenshot({ path: `src/assets/${tab}${state}.png`, omitBackground: true })
    }
  }
  // On a map the pin is filled, or streets would show through it.
  await page.setContent(
    `<style>body{margin:6px}svg{display:block;width:100%;height:auto;fill:#fff}</style>${drawingSvg('pin', 'brick', shownSide)}`,
  )
  await page.screenshot({ path: 'src/packages/centre/about/pin.png', omitBackground: true })
  // WeChat shows cards at 5 to 4.
  await page.setViewportSize({ width: 250, height: 200 })
  await page.setContent(
    `<style>body{margin:0;height:200px;display:flex;align-items:center;justify-content:center;background:${colours.paper}}</style>${drawingSvg('house', 'brick', 130)}`,
  )
  await page.screenshot({ path: 'src/assets/share.png' })
} finally {
  await browser.close()
}
