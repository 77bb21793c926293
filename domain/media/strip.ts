/** Kinds of pictures that a phone writes where and when into. */
export type PictureKind = 'jpg' | 'png' | 'webp'

const letters = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to))

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const word = (bytes: Uint8Array, at: number): number => (bytes[at]! << 8) | bytes[at + 1]!

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Which way up it is, 1 to 8, as the first directory of Exif says; null where it says nothing. */
const orientationOf = (segment: Uint8Array): number | null => {
  const tiff = segment.subarray(10)
  if (letters(segment, 4, 10) !== 'Exif\0\0' || tiff.length < 8) return null
  const little = letters(tiff, 0, 2) === 'II'
  const view = viewOf(tiff)
  const directory = view.getUint32(4, little)
  if (directory + 2 > tiff.length) return null
  const entries = view.getUint16(directory, little)
  for (let n = 0; n < entries; n++) {
    const at = directory + 2 + 12 * n
    if (at + 12 > tiff.length) return null
    if (view.getUint16(at, little) === 0x0112) return view.getUint16(at + 8, little)
  }
  return null
}

/** Exif that says nothing but which way up the picture is: without it, it would lie on its side. */
const upright = (orientation: number): Uint8Array =>
  Uint8Array.from([
    ...[0xff, 0xe1, 0, 34, ...[...'Exif\0\0'].map((letter) => letter.charCodeAt(0))],
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  ])

/** Application segments that say how to draw it: JFIF (0), a colour profile (2), Adobe's colours (14). */
const drawn: ReadonlySet<number> = new Set([0xe0, 0xe2, 0xee])

/** Segments up to the picture itself; comments and what applications wrote, Exif and XMP among them, stay out. */
const strippedJpeg = (bytes: Uint8Array): Uint8Array => {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1]!
    // What stands between segments belongs to none, and does not stay.
    if (bytes[at] !== 0xff || marker === 0xff || marker === 0) {
      at++
      continue
    }
    // The picture begins, and there are no more lengths to go by.
    if (marker === 0xda) return joined([...kept, bytes.subarray(at, afterPicture(bytes, at))])
    const end = at + 2 + word(bytes, at + 2)
    const segment = bytes.subarray(at, end)
    const ofApplication = marker >= 0xe0 && marker <= 0xef
    const orientation = marker === 0xe1 ? orientationOf(segment) : null
    if (orientation !== null && orientation > 1) kept.push(upright(orientation))
    // A second picture behind the first has Exif of its own.
    else if (ofApplication ? drawn.has(marker) && !isIndex(segment) : marker !== 0xfe)
      kept.push(segment)
    at = end
  }
  return joined(kept)
}

/** Says where further pictures of the file lie, which do not stay. */
const isIndex = (segment: Uint8Array): boolean => letters(segment, 4, 8) === 'MPF\0'

/** Where the picture ends that begins at `at`; phones put further ones, with Exif of their own, behind it. */
const afterPicture = (bytes: Uint8Array, at: number): number => {
  for (let i = at; i + 1 < bytes.length; i++)
    if (bytes[i] === 0xff && bytes[i + 1] === 0xd9) return i + 2
  return bytes.length
}

const pngSignature = 8
const saidInPng: ReadonlySet<string> = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'])

const strippedPng = (bytes: Uint8Array): Uint8Array => {
  const kept: Uint8Array[] = [bytes.subarray(0, pngSignature)]
  const view = viewOf(bytes)
  for (let at = pngSignature; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at)
    const name = letters(bytes, at + 4, at + 8)
    if (!saidInPng.has(name)) kept.push(bytes.subarray(at, end))
    at = end
    if (name === 'IEND') break
  }
  return joined(kept)
}

const riffHead = 12
/** Of a VP8X chunk: that there is Exif, and XMP. */
const saysExif = 0x08
const saysXmp = 0x04

const strippedWebp = (bytes: Uint8Array): Uint8Array => {
  if (bytes.length < riffHead) return bytes
  const kept: Uint8Array[] = [bytes.slice(0, riffHead)]
  const view = viewOf(bytes)
  for (let at = riffHead; at + 8 <= bytes.length;) {
    const size = view.getUint32(at + 4, true)
    const end = at + 8 + size + (size % 2)
    const name = letters(bytes, at, at + 4)
    const chunk = bytes.slice(at, end)
    if (name === 'VP8X') chunk[8]! &= ~(saysExif | saysXmp)
    if (name !== 'EXIF' && name !== 'XMP ') kept.push(chunk)
    at = end
  }
  const whole = joined(kept)
  viewOf(whole).setUint32(4, whole.length - 8, true)
  return whole
}

const strips: Readonly<Record<PictureKind, (bytes: Uint8Array) => Uint8Array>> = {
  jpg: strippedJpeg,
  png: strippedPng,
  webp: strippedWebp,
}

/**
 * A picture without where, when and by what it was taken, its pixels untouched. What does not follow its format to the
 * end is kept as far as it does.
 */
export const stripped = (kind: PictureKind, bytes: Uint8Array): Uint8Array => strips[kind](bytes)
