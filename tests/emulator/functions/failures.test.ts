import { startCloud, type TestCloud } from '../../support/cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud({ functions: 'fixtures', limits: { heapMiB: 32 } })
})
afterAll(() => cloud.stop())

const edge = (procedure: string, input: object = {}, functionName = 'edges') =>
  cloud.call('li', functionName, { procedure, input })

describe('a function that fails is answered, and the next call works', () => {
  afterEach(async () => {
    expect(await edge('nothing')).toBeNull()
  })

  test.each([
    ['throws', 'throw', 'no such chair'],
    ['throws outside of the call', 'throwLater', 'thrown outside of the call'],
    ['ends its process', 'exit', 'exited with code 3'],
    ['keeps too much', 'hoard', 'Memory limit exceeded: 32 MB'],
    ['returns what JSON cannot hold', 'notJson', 'BigInt'],
  ])('%s', async (_what, procedure, errMsg) => {
    await expect(edge(procedure)).rejects.toMatchObject({
      errCode: -504002,
      errMsg: expect.stringContaining(errMsg) as string,
    })
  })

  test.each(['never', 'spin'])(
    'takes longer than its config.json allows: %s',
    async (procedure) => {
      await expect(edge(procedure, {}, 'brief')).rejects.toMatchObject({
        errCode: -504003,
        errMsg: expect.stringContaining('timed out after 1 seconds') as string,
      })
    },
  )
})

test('a function that does not exist', async () => {
  await expect(cloud.call('li', 'nowhere', {})).rejects.toMatchObject({ errCode: -501000 })
})

describe('sizes', () => {
  const mebibyte = 1024 * 1024

  test('a result of 1 MB passes, one byte more does not', async () => {
    // Two quotes belong to the JSON.
    expect(await edge('large', { size: mebibyte - 2 })).toHaveLength(mebibyte - 2)
    await expect(edge('large', { size: mebibyte - 1 })).rejects.toMatchObject({ errCode: -604001 })
  })

  test('arguments over 256 KB are refused', async () => {
    await expect(edge('nothing', { text: 'x'.repeat(256 * 1024) })).rejects.toMatchObject({
      errCode: -501007,
    })
  })

  test('an event is an object', async () => {
    await expect(cloud.call('li', 'edges', [1])).rejects.toMatchObject({ errCode: -501007 })
  })
})
