import { startCloud, type TestCloud } from '../../support/cloud'

let cloud: TestCloud | undefined
afterEach(async () => {
  await cloud?.stop()
  cloud = undefined
})

const post = async (on: TestCloud, body: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${on.url}/admin?env=x&seqId=1`, { method: 'POST', body, headers })
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> }
}

test('an unknown action, a body that is no JSON and a bad query are answered, not dropped', async () => {
  cloud = await startCloud({ functions: 'fixtures' })
  for (const body of [
    '{"action":"database.fly"}',
    'hello',
    '[]',
    '{"action":"database.getDocument","collectionName":"notes","query":"{"}',
    '{"action":"database.getDocument"}',
  ]) {
    const { status, answer } = await post(cloud, body)
    expect(status).toBe(200)
    expect(answer).toMatchObject({ code: 'INVALID_PARAM', requestId: expect.any(String) as string })
  }
})

test('more operations a second than the plan allows are EXCEED_REQUEST_LIMIT, and the next second is free', async () => {
  cloud = await startCloud({ functions: 'fixtures', limits: { operationsPerSecond: 20 } })
  const here = cloud
  const count = () =>
    post(here, '{"action":"database.calculateDocument","collectionName":"notes"}').then(
      ({ answer }) => answer.code,
    )
  const codes = await Promise.all(Array.from({ length: 60 }, count))
  expect(codes).toContain('EXCEED_REQUEST_LIMIT')
  expect(codes.filter((code) => code === undefined).length).toBeGreaterThanOrEqual(20)
  let later = await count()
  while (later === 'EXCEED_REQUEST_LIMIT') later = await count()
  expect(later).toBeUndefined()
})

test('a page of another site cannot reach the cloud under its own name', async () => {
  cloud = await startCloud({ functions: 'fixtures' })
  const { request } = await import('node:http')
  const status = await new Promise((resolve) => {
    request(`${cloud?.url}/emulator/metrics`, { headers: { host: 'evil.example' } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    }).end()
  })
  expect(status).toBe(421)
})
