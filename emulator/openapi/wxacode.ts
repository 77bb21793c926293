import { PNG } from 'pngjs'
import { encode } from 'uqr'
import { WeChatFailure } from './failure'
import { requirePage } from './pages'
import type { Input } from './wire'

const allowedScene = /^[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]{1,32}$/
const versions = ['release', 'trial', 'develop']
const quietModules = 4

interface Colour {
  red: number
  green: number
  blue: number
}

/**
 * The text in the picture: `weapp://<appid>/<page>?scene=<scene>&version=<env_version>`, the page empty for the start
 * page, the scene percent-encoded as WeChat hands it to the page.
 */
export function codeText(appid: string, page: string, scene: string, version: string): string {
  return `weapp://${appid}/${page}?scene=${encodeURIComponent(scene)}&version=${version}`
}

/**
 * wxacode.getUnlimited: a PNG of `width` × `width` pixels (280–1280). The real service draws its own round code, which
 * only WeChat reads; this one is an ordinary QR code holding `codeText`.
 */
export function getUnlimited(
  input: Input,
  appid: string,
  pages: readonly string[] | undefined,
): { contentType: string; bytes: Buffer } {
  const { scene, page = '', env_version: version = 'release', width = 430 } = input
  if (typeof scene !== 'string' || !allowedScene.test(scene))
    throw new WeChatFailure(40169, 'invalid length for scene, or the data is not json string')
  if (typeof page !== 'string' || page.includes('?')) throw new WeChatFailure(41030, 'invalid page')
  if (page !== '') requirePage(page, input.check_path === false ? undefined : pages)
  if (!versions.includes(version as string))
    throw new WeChatFailure(40097, 'invalid args: env_version')
  if (!Number.isInteger(width) || (width as number) < 280 || (width as number) > 1280)
    throw new WeChatFailure(40097, 'invalid args: width')
  const text = codeText(appid, page, scene, version as string)
  const look = { line: lineColour(input), transparent: input.is_hyaline === true }
  return { contentType: 'image/png', bytes: draw(text, width as number, look) }
}

function lineColour({ auto_color: automatic, line_color: colour }: Input): Colour {
  if (automatic === true || colour === undefined) return { red: 0, green: 0, blue: 0 }
  const { r, g, b } = colour as Record<string, unknown>
  const [red = NaN, green = NaN, blue = NaN] = [r, g, b].map(Number)
  if (![red, green, blue].every((part) => Number.isInteger(part) && part >= 0 && part <= 255))
    throw new WeChatFailure(40097, 'invalid args: line_color')
  return { red, green, blue }
}

function draw(text: string, width: number, look: { line: Colour; transparent: boolean }): Buffer {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const module = Math.floor(width / (size + 2 * quietModules))
  const margin = Math.floor((width - module * size) / 2)
  const png = new PNG({ width, height: width })
  const { red, green, blue } = look.line
  for (let y = 0; y < width; y++)
    for (let x = 0; x < width; x++) {
      const dark = data[Math.floor((y - margin) / module)]?.[Math.floor((x - margin) / module)]
      const pixel = dark ? [red, green, blue, 255] : [255, 255, 255, look.transparent ? 0 : 255]
      png.data.set(pixel, (y * width + x) * 4)
    }
  return PNG.sync.write(png)
}
