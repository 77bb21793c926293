/** The package's style sheets, as wcsc compiled them, for this screen width. */
export interface Styles {
  /** A style element with the rules of a .wxss file; empty when the file is not there. */
  elementFor(file: string): HTMLStyleElement
}

type Piece = string | [kind: number, value?: number]

const RPX = 0
const SUFFIX = 1
const RPX_PER_SCREEN = 750
/** WeChat rounds down with this much grace, and never to nothing. */
const ROUNDING_GRACE = 1e-4

export function createStyles(compiled: Record<string, string>, window: Window): Styles {
  const { document } = window
  return {
    elementFor(file) {
      const style = document.createElement('style')
      const code = compiled[file]
      if (code) style.textContent = writeOut(code, window)
      return style
    },
  }
}

function writeOut(code: string, window: Window): string {
  const run = new Function('setCssToHead', `return ${code}`) as (
    receive: (pieces: Piece[]) => string,
  ) => string
  return run((pieces) => pieces.map((piece) => writePiece(piece, window)).join(''))
}

function writePiece(piece: Piece, window: Window): string {
  if (typeof piece === 'string') return piece
  const [kind, value = 0] = piece
  if (kind === RPX) return `${toPixels(value, window)}px`
  if (kind === SUFFIX) return ''
  throw new Error(`wcsc wrote a piece of kind ${kind}, which this host does not know`)
}

function toPixels(rpx: number, window: Window): number {
  if (rpx === 0) return 0
  const pixels = Math.floor((rpx / RPX_PER_SCREEN) * window.innerWidth + ROUNDING_GRACE)
  return pixels === 0 ? 1 : pixels
}
