import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { appid, startOpenApi, type Fixture } from './sdk'

let cloud: Fixture

beforeAll(async () => {
  cloud = await startOpenApi({ options: { pages: ['pages/scan/index'] } })
})
afterAll(() => cloud.close())

const draw = (change: object = {}) =>
  cloud.sdk.openapi.wxacode!.getUnlimited!({ scene: 'a=K7', page: 'pages/scan/index', ...change })

/** What a scanner reads from the picture, and the picture. */
function read(reply: { buffer: Buffer }): { text: string; png: PNG } {
  const png = PNG.sync.read(Buffer.from(reply.buffer))
  const found = jsQR(new Uint8ClampedArray(png.data), png.width, png.height)
  return { text: found?.data ?? '', png }
}

test('the picture decodes to its page and scene', async () => {
  const reply = await draw()
  expect(reply.contentType).toBe('image/png')
  const { text, png } = read(reply)
  expect(text).toBe(`weapp://${appid}/pages/scan/index?scene=a%3DK7&version=release`)
  expect([png.width, png.height]).toEqual([430, 430])
})

test('a white margin of four modules surrounds the code, as scanners need', async () => {
  const { png } = read(await draw())
  const dark = (x: number, y: number): boolean => png.data[(y * png.width + x) * 4] === 0
  let corner = 0
  while (!dark(corner, corner)) corner++
  // The finder pattern in the corner is seven modules wide.
  let finder = 0
  while (dark(corner + finder, corner)) finder++
  expect(corner).toBeGreaterThanOrEqual((finder / 7) * 4)
})

test('the longest scene of the oddest characters survives, at the smallest size', async () => {
  const scene = "!#$&'()*+,/:;=?@-._~0123456789Az"
  expect(scene).toHaveLength(32)
  const { text, png } = read(await draw({ scene, width: 280 }))
  const query = new URLSearchParams(text.slice(text.indexOf('?')))
  expect(query.get('scene')).toBe(scene)
  expect(png.width).toBe(280)
})

test('without a page the code leads to the start page; a colour and a clear ground are drawn', async () => {
  const reply = await draw({ page: '', lineColor: { r: 200, g: 30, b: 20 }, isHyaline: true })
  const { text, png } = read(reply)
  expect(text).toBe(`weapp://${appid}/?scene=a%3DK7&version=release`)
  const pixels = new Set<string>()
  for (let at = 0; at < png.data.length; at += 4) pixels.add(png.data.subarray(at, at + 4).join())
  expect([...pixels].sort()).toEqual(['200,30,20,255', '255,255,255,0'])
})

test.each([
  ['a scene of 33 characters', { scene: 'a'.repeat(33) }, 40169],
  ['an empty scene', { scene: '' }, 40169],
  ['a scene with Chinese', { scene: '楼栋=3' }, 40169],
  ['a scene with a per cent sign', { scene: 'a%20b' }, 40169],
  ['a page with a leading slash', { page: '/pages/scan/index' }, 41030],
  ['a page with a query', { page: 'pages/scan/index?id=1' }, 41030],
  ['a page that does not exist', { page: 'pages/later/index' }, 41030],
  ['a width below 280', { width: 279 }, 40097],
  ['an unknown version', { envVersion: 'beta' }, 40097],
])('%s is refused', async (_name, change, errCode) => {
  await expect(draw(change)).rejects.toMatchObject({ errCode })
})

test('check_path false allows a page that is not published yet', async () => {
  const { text } = read(await draw({ page: 'pages/later/index', checkPath: false }))
  expect(text).toContain('/pages/later/index?')
})
