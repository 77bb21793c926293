import { startCloud, type TestCloud } from '../../support/cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud({ functions: 'fixtures', now: '2026-11-16T08:00:00+08:00' })
})
afterAll(() => cloud.stop())

const notes = <T>(procedure: string, input: object) =>
  cloud.call<T>('li', 'notes', { procedure, input })
const upload = async (path: string, text: string) =>
  (await notes<{ fileID: string }>('upload', { path, text })).fileID
const address = async (fileID: string) =>
  (await notes<{ fileList: { tempFileURL: string; status: number }[] }>('address', { fileID }))
    .fileList[0]

test.each(['plain.txt', 'folder/two words.txt', '海报/重阳节.txt'])(
  'a function uploads %s and downloads it',
  async (path) => {
    const fileID = await upload(path, `内容 of ${path}`)
    expect(fileID).toBe(`cloud://changhuijia-local.changhuijia-local-bucket/${path}`)
    expect(await notes('download', { fileID })).toBe(`内容 of ${path}`)
  },
)

test('the address of a file works in a browser, with its type, until it ends', async () => {
  const found = await address(await upload('picture.png', 'not really'))
  const url = found?.tempFileURL ?? ''
  const response = await fetch(url)
  expect(response.headers.get('content-type')).toBe('image/png')
  expect(await response.text()).toBe('not really')
  expect((await fetch(url, { method: 'HEAD' })).headers.get('content-length')).toBe('10')
  await cloud.clock('2026-11-16T10:30:00+08:00')
  expect((await fetch(url)).status).toBe(403)
})

test('an address is for one file only', async () => {
  const found = await address(await upload('mine.txt', 'mine'))
  await upload('yours.txt', 'yours')
  const url = found?.tempFileURL ?? ''
  expect((await fetch(url)).status).toBe(200)
  expect((await fetch(url.replace('mine.txt', 'yours.txt'))).status).toBe(403)
})

test('a deleted file is gone, and a missing one has its own line', async () => {
  const fileID = await upload('short.txt', 'x')
  const remove = () => notes<{ fileList: object[] }>('delete', { fileID })
  expect((await remove()).fileList).toEqual([{ fileID, status: 0, errMsg: 'ok' }])
  expect((await remove()).fileList).toMatchObject([{ fileID, status: -503003 }])
  expect(await address(fileID)).toMatchObject({ status: -503003, tempFileURL: '' })
  await expect(notes('download', { fileID })).rejects.toMatchObject({ errCode: -504002 })
})

test('bytes without a signature are refused', async () => {
  const response = await fetch(`${cloud.url}/storage/plain.txt`, { method: 'PUT', body: 'x' })
  expect(response.status).toBe(403)
})

test('a file outlives a restart', async () => {
  const fileID = await upload('kept.txt', 'kept')
  const again = await startCloud({ functions: 'fixtures', data: cloud.data })
  try {
    expect(await again.call('li', 'notes', { procedure: 'download', input: { fileID } })).toBe(
      'kept',
    )
  } finally {
    await again.stop()
  }
})
