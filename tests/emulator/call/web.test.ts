import { request } from 'node:http'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCloud, type TestCloud } from '../../support/cloud'

let cloud: TestCloud
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'web-'))
  const web = join(folder, 'app')
  mkdirSync(join(web, 'js'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'outside')
  writeFileSync(join(web, 'index.html'), '<title>常回家</title>')
  writeFileSync(join(web, 'js/app.0123abcd.js'), 'go()')
  cloud = await startCloud({ functions: 'fixtures', web })
})
afterAll(async () => {
  await cloud.stop()
  rmSync(folder, { recursive: true })
})

const get = async (path: string) => {
  const response = await fetch(`${cloud.url}${path}`)
  const header = (name: string) => response.headers.get(name)
  return {
    status: response.status,
    type: header('content-type'),
    cache: header('cache-control'),
    text: await response.text(),
  }
}

test('the app is at /, and at every path that is its own', async () => {
  for (const path of ['/', '/pages/today/index', '/?q=1'])
    expect(await get(path)).toMatchObject({
      status: 200,
      type: 'text/html; charset=utf-8',
      cache: 'no-cache',
      text: '<title>常回家</title>',
    })
})

test('a file with a hash in its name is kept for ever', async () => {
  expect(await get('/js/app.0123abcd.js')).toMatchObject({
    type: 'text/javascript; charset=utf-8',
    cache: expect.stringContaining('immutable') as string,
    text: 'go()',
  })
})

test.each([
  '/missing.js',
  '/../secret.txt',
  '/js/..%2f..%2fsecret.txt',
  'http://x/../../../secret.txt',
])('%s is not found', async (path) => {
  // fetch would tidy the path up before it leaves.
  const status = await new Promise((resolve, reject) => {
    const { port } = new URL(cloud.url)
    request({ port, host: '127.0.0.1', path }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
  expect(status).toBe(404)
})
