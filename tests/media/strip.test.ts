import { PNG } from 'pngjs'
import { stripped } from '@/domain/media/strip'
import { picture, pictureWith } from '../centre/uploading'

// Where, when and by what a picture was taken goes; its pixels stay, and which way up they are.

const bytes = (...parts: (string | number[] | Buffer)[]): Buffer =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part),
    ),
  )
const text = (of: Uint8Array) => Buffer.from(of).toString('latin1')

const segment = (marker: number, content: Buffer): Buffer =>
  bytes([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 0xff], content)

/** Exif with one number (which way up) and the latitude in plain letters. */
const exif = (orientation: number, order: 'MM' | 'II'): Buffer => {
  const two = (n: number) => (order === 'MM' ? [n >> 8, n & 0xff] : [n & 0xff, n >> 8])
  const four = (n: number) => (order === 'MM' ? [0, 0, ...two(n)] : [...two(n), 0, 0])
  return segment(
    0xe1,
    bytes(
      ...['Exif\0\0', order, two(42), four(8), two(1), two(0x0112), two(3), four(1)],
      ...[two(orientation), [0, 0], four(0), 'GPS 38.9149 N'],
    ),
  )
}
const scan = bytes([0xff, 0xda, 0, 4, 1, 0], 'pixels', [0xff, 0x00], 'more', [0xff, 0xd9])
const jfif = segment(0xe0, Buffer.from('JFIF\0'))
const table = segment(0xdb, Buffer.from('table'))
const profile = segment(0xe2, Buffer.from('ICC_PROFILE\0'))

describe.each(['MM', 'II'] as const)('a JPEG whose Exif is written %s', (order) => {
  const jpeg = (orientation: number) =>
    bytes(
      [0xff, 0xd8],
      jfif,
      exif(orientation, order),
      segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0GPS 38.9149 N')),
      profile,
      segment(0xe2, Buffer.from('MPF\0 further pictures')),
      segment(0xed, Buffer.from('Photoshop 静安里')),
      segment(0xfe, Buffer.from('a comment')),
      table,
      scan,
      bytes([0xff, 0xd8], exif(1, order), 'a second picture, GPS 38.9149 N'),
    )

  test('loses all but the picture', () => {
    expect(Buffer.from(stripped('jpg', jpeg(1)))).toEqual(
      bytes([0xff, 0xd8], jfif, profile, table, scan),
    )
  })

  test('keeps which way up it is, and nothing else of it', () => {
    const kept = stripped('jpg', jpeg(6))
    expect(text(kept)).not.toMatch(/GPS|38\.9/)
    const at = text(kept).indexOf('Exif\0\0')
    // The directory begins 14 further; its one value 10 into its first entry.
    expect(Buffer.from(kept).readUInt16BE(at + 6 + 8 + 2 + 8)).toBe(6)
    expect(Buffer.from(stripped('jpg', kept))).toEqual(Buffer.from(kept))
  })
})

test.each(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'])(
  'a PNG loses %s, and its pixels stay',
  (name) => {
    const kept = Buffer.from(stripped('png', pictureWith(name, Buffer.from('GPS 38.9149 N'))))
    expect(kept).toEqual(picture())
    expect(PNG.sync.read(kept).width).toBe(8)
  },
)

test('a PNG loses what was put behind it', () => {
  expect(Buffer.from(stripped('png', bytes(picture(), 'GPS 38.9149 N')))).toEqual(picture())
})

const chunk = (name: string, content: Buffer): Buffer => {
  const size = Buffer.alloc(4)
  size.writeUInt32LE(content.length)
  return bytes(name, size, content, content.length % 2 ? [0] : [])
}
const webp = (...chunks: Buffer[]): Buffer => {
  const body = bytes('WEBP', ...chunks)
  return bytes(chunk('RIFF', body))
}

test('a WebP loses Exif and XMP, and says so', () => {
  const flags = (value: number) => chunk('VP8X', Buffer.from([value, 0, 0, 0, 7, 0, 0, 7, 0, 0]))
  const pixels = chunk('VP8 ', Buffer.from('odd'))
  const whole = webp(
    flags(0x2c),
    pixels,
    chunk('EXIF', Buffer.from('GPS 38.9149 N')),
    chunk('XMP ', Buffer.from('GPS')),
  )
  expect(Buffer.from(stripped('webp', whole))).toEqual(webp(flags(0x20), pixels))
})

test.each(['jpg', 'png', 'webp'] as const)('what only begins like a %s does no harm', (kind) => {
  const begins = { jpg: [0xff, 0xd8, 0xff], png: [...picture().subarray(0, 20)], webp: 'RIFF' }[
    kind
  ]
  expect(() => stripped(kind, bytes(begins))).not.toThrow()
  expect(() => stripped(kind, bytes(begins, [0xff, 0xe1, 0xff, 0xff, 1]))).not.toThrow()
})

test('a byte out of step does not carry along what was to go', () => {
  const odd = bytes([0xff, 0xd8], jfif, [0x00, 0x41], exif(1, 'MM'), table, scan)
  expect(Buffer.from(stripped('jpg', odd))).toEqual(bytes([0xff, 0xd8], jfif, table, scan))
  const cut = bytes([0xff, 0xd8], jfif, [0x41, 0x42], 'GPS 38.9149 N')
  expect(text(stripped('jpg', cut))).not.toContain('GPS')
})
