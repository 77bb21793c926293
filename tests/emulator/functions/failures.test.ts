import { startCloud, type TestCloud } from '../../support/cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud({ functions: 'fixtures', limits: { heapMiB: 32 } })
})
afterAll(() => cloud.stop())

const edge = (procedure: string, input: object = {}) =>
  cloud.call('li', 'edges', { procedure, input })

describe('a function that fails is answered, and the next call works', () => {
  afterEach(async () => {
    expect(await edge('nothing')).toBeNull()
  })

  test.each([
    ['throws', 'throw', -504002, 'no such chair'],
    ['throws outside of the call', 'throwLater', -504002, 'thrown outside of the call'],
    ['never answers', 'never', -504003, 'timed out after 2 seconds'],
    ['never yields', 'spin', -504003, 'timed out after 2 seconds'],
    ['ends its process', 'exit', -504002, 'exited with code 3'],
    ['keeps too much', 'hoard', -504002, 'Memory limit exceeded: 32 MB'],
    ['returns what JSON cannot hold', 'notJson', -504002, 'BigInt'],
  ])('%s', async (_what, procedure, errCode, errMsg) => {
    await expect(edge(procedure)).rejects.toMatchObject({
      errCode,
      errMsg: expect.stringContaining(errMsg) as string,
    })
  })
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
