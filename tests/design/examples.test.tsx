import axe from 'axe-core'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { render } from '@testing-library/react'
import { controls } from '@/src/design/gallery/controls'
import { spokenName } from './spokenName'

// jsdom has no voice; a phone that has one shows the button.
jest.mock('@/src/platform/speech', () => ({ speech: { read: () => {}, silence: () => {} } }))

// axe draws letters to recognise icon fonts; jsdom would print a page of complaint for each.
HTMLCanvasElement.prototype.getContext = () => null

/** jsdom has no layout, so what depends on it is left to the measured gallery. */
const withoutLayout = { 'color-contrast': { enabled: false }, region: { enabled: false } }

const examples = Object.entries(controls).flatMap(([control, list]) =>
  list.map((example) => [control, example.name, example.draw] as const),
)

test('every control shows examples', () => {
  const design = join(__dirname, '../../src/design')
  const withFace = readdirSync(design, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[A-Z]/.test(entry.name))
    .map((entry) => entry.name)
  // Tap has no face of its own: it is the target every tapped control is made of.
  expect(Object.keys(controls).concat('Tap').sort()).toEqual(withFace.sort())
})

test.each(examples)('%s: %s speaks, and axe finds nothing', async (_control, _name, draw) => {
  const { container } = render(<>{draw()}</>)
  expect(container.childElementCount).toBeGreaterThan(0)

  const operable = container.querySelectorAll('[tabindex="0"], input, textarea')
  for (const element of operable) expect(spokenName(element)).toMatch(/\p{Script=Han}/u)

  for (const picture of container.querySelectorAll('img')) {
    const silent = picture.closest('[aria-hidden="true"]') !== null
    expect(silent ? picture.alt === '' : picture.alt.length > 0).toBe(true)
  }

  const { violations } = await axe.run(container, { rules: withoutLayout })
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
})
