import { colours, corners, targets, textSizes } from './tokens'

const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const block = (selector: string, lines: string[]) =>
  `${selector} {\n${lines.map((line) => `  ${line};`).join('\n')}\n}\n`

/**
 * The text of `tokens.scss`. Sizes are declared on `.design`, the element that sets `--scale`: a variable is
 * worked out where it is declared, so on the page element it would freeze at scale 1.
 */
export const tokenSheet = (): string =>
  [
    '// Written by scripts/draw-design.mjs from tokens.ts; a test fails when the two differ.\n',
    block('page,\nbody', [
      ...Object.entries(colours).map(
        ([name, value]) => `--${dashed(name)}: ${value.toLowerCase()}`,
      ),
      ...Object.entries(corners).map(([name, px]) => `--corner-${name}: ${px}px`),
    ]),
    block('.design', [
      '--scale: 1',
      ...Object.entries(textSizes).map(
        ([name, px]) => `--text-${name}: calc(${px}px * var(--scale))`,
      ),
      `--target: ${targets.normal.any}px`,
      `--target-main: ${targets.normal.main}px`,
    ]),
    block('.design--elder', [
      `--target: ${targets.elder.any}px`,
      `--target-main: ${targets.elder.main}px`,
    ]),
  ].join('\n')
