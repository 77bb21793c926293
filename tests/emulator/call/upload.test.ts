import { startCloud, type TestCloud } from '../../support/cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud({ functions: 'fixtures' })
})
afterAll(() => cloud.stop())

const upload = async (
  openid: string | null,
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
) => {
  const response = await fetch(`${cloud.url}/upload?path=${encodeURIComponent(path)}`, {
    method: 'POST',
    headers: { 'content-type': 'image/jpeg', ...(openid && { 'x-wx-openid': openid }) },
    body,
  })
  return (await response.json()) as { fileID?: string; errCode?: number }
}

test('a resident uploads a picture, and a function reads it', async () => {
  const { fileID } = await upload('li', 'pictures/照片.jpg', 'a picture')
  expect(await cloud.call('li', 'notes', { procedure: 'download', input: { fileID } })).toBe(
    'a picture',
  )
})

test('all bytes arrive', async () => {
  const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => i % 256)
  const { fileID = '' } = await upload('li', 'pictures/bytes', bytes)
  const { fileContent } = await cloud.app.downloadFile({ fileID })
  expect(Buffer.compare(Buffer.from(bytes), fileContent as Buffer)).toBe(0)
})

test('nobody uploads without being signed in, or over the file of another', async () => {
  expect(await upload(null, 'pictures/a.jpg', 'x')).toMatchObject({ errCode: -503002 })
  await upload('li', 'pictures/mine.jpg', 'mine')
  expect(await upload('wang', 'pictures/mine.jpg', 'yours')).toMatchObject({ errCode: -503002 })
  expect(await upload('li', 'pictures/mine.jpg', 'mine, better')).toHaveProperty('fileID')
})

test('a file that is too large is refused, whole or in pieces', async () => {
  const small = await startCloud({ functions: 'fixtures', limits: { uploadBytes: 1000 } })
  const send = async (body: BodyInit) => {
    const response = await fetch(`${small.url}/upload?path=a.jpg`, {
      method: 'POST',
      headers: { 'x-wx-openid': 'li' },
      body,
      ...(body instanceof ReadableStream && { duplex: 'half' }),
    })
    return (await response.json()) as object
  }
  const pieces = new ReadableStream({
    pull: (controller) => (controller.enqueue(new Uint8Array(600)), controller.close()),
  })
  try {
    expect(await send('x'.repeat(1000))).toHaveProperty('fileID')
    expect(await send('x'.repeat(1001))).toMatchObject({ errCode: -503001 })
    expect(await send(pieces)).toMatchObject({ errCode: -503001 })
  } finally {
    await small.stop()
  }
})

test.each(['', '/etc/passwd', 'a//b', '../up', 'a/../../up', 'a/./b', 'x'.repeat(851)])(
  'the path "%s" is refused',
  async (path) => {
    expect(await upload('li', path, 'x')).toMatchObject({ errCode: -501007 })
  },
)
