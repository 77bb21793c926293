import { startCloud, type TestCloud } from '../../support/cloud'

let cloud: TestCloud | undefined
afterEach(async () => {
  await cloud?.stop()
  cloud = undefined
})

const start = async (instances: number) => {
  cloud = await startCloud({ functions: 'fixtures', limits: { instances }, strict: false })
  await cloud.admin.collection('gates').doc('gate').set({ open: false })
  return cloud
}

const gate = (on: TestCloud) => on.call<{ calls: number }>('li', 'edges', { procedure: 'gate' })

/** Resolves once this many calls are at the gate. */
async function waiting(on: TestCloud, count: number): Promise<void> {
  for (;;) {
    const { total } = await on.admin.collection('gates').where({ waiting: true }).count()
    if (total >= count) return
  }
}

const openGate = (on: TestCloud) => on.admin.collection('gates').doc('gate').update({ open: true })

test('a warm instance is used again, call after call', async () => {
  const here = await start(8)
  const calls = []
  for (let i = 0; i < 3; i++)
    calls.push((await here.call<{ calls: number }>('li', 'edges', { procedure: 'who' })).calls)
  expect(calls).toEqual([1, 2, 3])
})

test('calls at the same time run on an instance each', async () => {
  const here = await start(8)
  const answers = [gate(here), gate(here), gate(here)]
  await waiting(here, 3)
  await openGate(here)
  expect((await Promise.all(answers)).map(({ calls }) => calls)).toEqual([1, 1, 1])
})

test('beyond the cap a call waits for an instance and then shares it', async () => {
  const here = await start(2)
  const answers = [gate(here), gate(here), gate(here)]
  await waiting(here, 2)
  await openGate(here)
  expect((await Promise.all(answers)).map(({ calls }) => calls).sort()).toEqual([1, 1, 2])
})

test('an idle instance of one function makes room for another function', async () => {
  const here = await start(1)
  const who = () => here.call<{ calls: number }>('li', 'edges', { procedure: 'who' })
  expect((await who()).calls).toBe(1)
  expect((await who()).calls).toBe(2)
  await here.call('li', 'notes', { procedure: 'put', input: { id: 'a', text: 'x' } })
  expect((await who()).calls).toBe(1)
})

test('a function that calls a function does not wait for itself, even at the cap', async () => {
  const here = await start(1)
  const nested = await here.call<{ functionName: string }>('li', 'edges', {
    procedure: 'nested',
    input: { name: 'edges', event: { procedure: 'who' } },
  })
  expect(nested.functionName).toBe('edges')
})

test('the time-out counts from the start of the call, not from its place in the queue', async () => {
  const here = await start(1)
  const stuck = here.call('li', 'brief', { procedure: 'never' }).catch((error: unknown) => error)
  const waited = here.call<{ functionName: string }>('li', 'edges', { procedure: 'who' })
  expect(await stuck).toMatchObject({ errCode: -504003 })
  expect((await waited).functionName).toBe('edges')
})
