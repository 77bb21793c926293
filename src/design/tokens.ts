/**
 * The visual decisions of the product as data. `tokenSheet.ts` turns them into CSS variables (`tokens.scss`),
 * drawings take their colours from here, and a test measures every pair in `textPairs` and `shapePairs`.
 */
export const colours = {
  paper: '#FBF6EC',
  card: '#FFFFFF',
  /** Ground of things that rest or cannot be used now. */
  sand: '#F1EADC',
  ink: '#2A2420',
  soft: '#665B50',
  /** Decoration between things; never the only border of a control. */
  line: '#E9DFCE',
  /** Border of a control. */
  edge: '#8C7B62',
  brick: '#A8321F',
  brickPale: '#FBEAE4',
  pine: '#1E6349',
  pinePale: '#E6F1EA',
  gold: '#7A5200',
  goldPale: '#FBF0D6',
  blue: '#23527C',
  bluePale: '#E6EFF7',
} as const

export type Colour = keyof typeof colours

/** Kinds of service and kinds of news: brick now, pine good, gold wait, blue to know, plain the rest. */
export type Tone = 'brick' | 'pine' | 'gold' | 'blue' | 'plain'

/** What a tone writes with and what it writes on. */
export const tones: Record<Tone, { text: Colour; ground: Colour }> = {
  brick: { text: 'brick', ground: 'brickPale' },
  pine: { text: 'pine', ground: 'pinePale' },
  gold: { text: 'gold', ground: 'goldPale' },
  blue: { text: 'blue', ground: 'bluePale' },
  plain: { text: 'ink', ground: 'sand' },
}

/** Text sizes in px at scale 1; 长辈版 multiplies them by 1.4 to 1.65. */
export const textSizes = {
  small: 14,
  body: 16,
  strong: 18,
  title: 22,
  large: 24,
  /** What people act on: a time, a price, a queue number. */
  number: 32,
} as const

export type TextSize = keyof typeof textSizes

/** Side of a tappable area in px, in each mode. They do not shrink with the phone. */
export const targets = {
  normal: { any: 44, main: 52 },
  elder: { any: 52, main: 64 },
} as const

export const corners = { small: 10, control: 14, card: 20 } as const

/** Text on ground as the controls use them: at least 4.5 : 1. */
export const textPairs: ReadonlyArray<readonly [Colour, Colour]> = [
  ['ink', 'paper'],
  ['ink', 'card'],
  ['ink', 'sand'],
  ['soft', 'paper'],
  ['soft', 'card'],
  ['soft', 'sand'],
  ['card', 'brick'],
  ['card', 'pine'],
  ['brick', 'paper'],
  ['brick', 'card'],
  ['brick', 'brickPale'],
  ['ink', 'brickPale'],
  ['pine', 'paper'],
  ['pine', 'card'],
  ['pine', 'pinePale'],
  ['ink', 'pinePale'],
  ['gold', 'card'],
  ['gold', 'goldPale'],
  ['ink', 'goldPale'],
  ['blue', 'card'],
  ['blue', 'bluePale'],
  ['ink', 'bluePale'],
]

/** Borders and drawings on ground: at least 3 : 1. */
export const shapePairs: ReadonlyArray<readonly [Colour, Colour]> = [
  ['edge', 'paper'],
  ['edge', 'card'],
  ['brick', 'card'],
  ['pine', 'card'],
  ['soft', 'paper'],
  ['soft', 'card'],
  ['gold', 'card'],
  ['blue', 'card'],
]
