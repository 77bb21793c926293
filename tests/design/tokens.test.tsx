import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { colours, shapePairs, targets, textPairs, textSizes, tones } from '@/src/design/tokens'
import { tokenSheet } from '@/src/design/tokenSheet'
import { contrast } from './contrast'

const design = join(__dirname, '../../src')

test.each(textPairs)('%s can be read on %s', (text, ground) => {
  expect(contrast(colours[text], colours[ground])).toBeGreaterThanOrEqual(4.5)
})

test.each(shapePairs)('%s shows on %s', (shape, ground) => {
  expect(contrast(colours[shape], colours[ground])).toBeGreaterThanOrEqual(3)
})

test('every tone is among the measured pairs', () => {
  for (const { text, ground } of Object.values(tones)) {
    expect(textPairs).toContainEqual([text, ground])
  }
})

test('black on white is 21 : 1, and the order does not matter', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21)
  expect(contrast('#FFFFFF', '#000000')).toBeCloseTo(21)
  // The example of WCAG's own understanding pages: the lightest grey that passes on white.
  expect(contrast('#767676', '#FFFFFF')).toBeCloseTo(4.54, 2)
})

test('text and targets keep the sizes people with weak eyes and unsteady hands need', () => {
  const elder = 1.4
  expect(Math.min(...Object.values(textSizes))).toBeGreaterThanOrEqual(14)
  expect(textSizes.body).toBeGreaterThanOrEqual(16)
  expect(textSizes.small * elder).toBeGreaterThanOrEqual(18)
  expect(textSizes.title * elder).toBeGreaterThanOrEqual(22)
  expect(Math.max(...Object.values(textSizes)) * elder).toBeGreaterThanOrEqual(30)
  expect(Math.min(targets.normal.any, targets.elder.any)).toBeGreaterThanOrEqual(44)
  expect(targets.elder.main).toBeGreaterThanOrEqual(60)
})

test('tokens.scss says what tokens.ts says', () => {
  expect(readFileSync(join(design, 'design/tokens.scss'), 'utf8')).toBe(tokenSheet())
})

test.each(['today', 'activities', 'mine'])(
  'the tab icons of %s are drawn, in both states',
  (tab) => {
    const icons = [tab, `${tab}-chosen`].map((name) => {
      const file = readFileSync(join(design, `assets/${name}.png`))
      // WeChat refuses icons over 40 KB.
      expect(file.length).toBeLessThan(40 * 1024)
      return PNG.sync.read(file)
    })
    for (const { width, height, data } of icons) {
      expect([width, height]).toEqual([81, 81])
      expect(data[3]).toBe(0)
      expect(data.some((value, at) => at % 4 === 3 && value === 255)).toBe(true)
    }
    expect(icons[0]?.data.equals(icons[1]?.data ?? Buffer.alloc(0))).toBe(false)
  },
)
