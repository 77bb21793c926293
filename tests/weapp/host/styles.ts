/** The package's style sheets, as wcsc compiled them, for this screen width. */
export interface Styles {
  /** A style element with the rules of a .wxss file; empty when the file is not there. */
  elementFor(file: string): HTMLStyleElement
}

/** What wcsc made of a package. */
export interface CompiledStyles {
  /** Code that declares the sheets others import. */
  shared: string
  /** A `setCssToHead(…)` expression per .wxss file. */
  files: Record<string, string>
}

type Piece = string | [kind: number, value?: number | string | Piece[]]

const RPX = 0
const SUFFIX = 1
const IMPORT = 2
const RPX_PER_SCREEN = 750
/** WeChat rounds down with this much grace, and never to nothing. */
const ROUNDING_GRACE = 1e-4

export function createStyles({ shared, files }: CompiledStyles, window: Window): Styles {
  const { document } = window
  const sharedSheets = readSharedSheets(shared)

  /** As text; a sheet imported twice into one file is written once. */
  function write(pieces: Piece[], written: Set<string>): string {
    return pieces.map((piece) => writePiece(piece, written)).join('')
  }

  function writePiece(piece: Piece, written: Set<string>): string {
    if (typeof piece === 'string') return piece
    const [kind, value] = piece
    if (kind === RPX) return `${toPixels(Number(value), window)}px`
    if (kind === SUFFIX) return ''
    if (kind === IMPORT && Array.isArray(value)) return write(value, written)
    if (kind === IMPORT && typeof value === 'string') {
      if (written.has(value)) return ''
      return write(sharedSheets[value] ?? [], written.add(value))
    }
    throw new Error(`wcsc wrote a piece of kind ${kind}, which this host does not know`)
  }

  return {
    elementFor(file) {
      const style = document.createElement('style')
      const code = files[file]
      if (code) style.textContent = write(piecesOf(code), new Set())
      return style
    },
  }
}

function piecesOf(code: string): Piece[] {
  const run = new Function('setCssToHead', `return ${code}`) as (
    receive: (pieces: Piece[]) => Piece[],
  ) => Piece[]
  return run((pieces) => pieces)
}

/** wcsc's shared part also wants to write into a page; it is given a window that takes it and does nothing. */
function readSharedSheets(code: string): Record<string, Piece[]> {
  if (code === '') return {}
  const nowhere = {
    screen: {},
    __styleSheetManager2__: { addItem: () => undefined, setCss: () => undefined },
  }
  const run = new Function('window', 'navigator', `${code}\nreturn __COMMON_STYLESHEETS__`) as (
    window: object,
    navigator: object,
  ) => Record<string, Piece[]>
  return run(nowhere, { userAgent: '' })
}

function toPixels(rpx: number, window: Window): number {
  if (rpx === 0) return 0
  const pixels = Math.floor((rpx / RPX_PER_SCREEN) * window.innerWidth + ROUNDING_GRACE)
  return pixels === 0 ? 1 : pixels
}
