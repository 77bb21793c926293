import { colours, type Colour } from '../tokens'
import { drawings, type DrawingName } from './drawings'

/** Strokes are 2.6 px at 44 px; a small drawing beside text needs a stronger line to keep its shape. */
const strokeFor = (size: number) => (size < 32 ? 3.6 : 2.6)

/** A drawing as SVG text, `size` px wide. */
export const drawingSvg = (name: DrawingName, colour: Colour, size: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 44 44" fill="none" ` +
  `stroke="${colours[colour]}" stroke-width="${strokeFor(size)}" stroke-linecap="round" stroke-linejoin="round">` +
  `${drawings[name]}</svg>`

/** SVG text as an address an image takes, in WeChat and in browsers. */
export const svgAddress = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`
