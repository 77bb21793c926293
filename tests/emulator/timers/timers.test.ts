import { Clock } from '@/emulator/clock'
import { Timers, type Trigger } from '@/emulator/timers'

const hour = 60 * 60 * 1000
const day = 24 * hour
const start = Date.parse('2026-11-16T08:00:00+08:00')

class StillClock extends Clock {
  at = start
  override now(): number {
    return this.at
  }
}

const timer = (config: string, name = 'tick'): Trigger => ({ name, type: 'timer', config })
const cloud = (failing = false) => {
  const clock = new StillClock()
  const calls: { functionName: string; event: Record<string, unknown>; caller: object }[] = []
  const errors: string[] = []
  const functions = {
    invoke: (functionName: string, event: string, caller: object) => {
      calls.push({ functionName, event: JSON.parse(event) as Record<string, unknown>, caller })
      if (failing) return Promise.reject(new Error('timed out'))
      return Promise.resolve({ requestId: '1', result: '{"done":3}' })
    },
  }
  const timers = new Timers({ clock, functions }, (functionName) => errors.push(functionName))
  const pass = async (milliseconds: number): Promise<void> => {
    clock.at += milliseconds
    await timers.look()
  }
  return { clock, calls, errors, timers, pass }
}

let running: Timers | undefined
afterEach(() => running?.stop())
function begin(config: string, failing = false) {
  const world = cloud(failing)
  running = world.timers
  world.timers.load('jobs', [timer(config)])
  world.timers.start()
  return world
}

test('a timer fires at its second, with the event of the platform and without an OPENID', async () => {
  const { calls, pass } = begin('0 */5 * * * * *')
  await pass(5 * 60_000 - 1)
  expect(calls).toEqual([])
  await pass(1)
  expect(calls).toEqual([
    {
      functionName: 'jobs',
      event: { Type: 'Timer', TriggerName: 'tick', Time: '2026-11-16T00:05:00Z', Message: '' },
      caller: { source: 'wx_trigger' },
    },
  ])
  await pass(60_000)
  expect(calls).toHaveLength(1)
})

test('a clock set forward fires each timer once, with the latest moment missed', async () => {
  const { calls, pass, timers } = begin('0 */5 * * * * *')
  timers.load('reports', [timer('0 0 9 * * * *')])
  timers.load('yearly', [timer('0 0 0 1 1 * *')])
  await pass(3 * day + 2 * 60_000)
  expect(calls.map(({ functionName, event }) => [functionName, event.Time])).toEqual([
    ['jobs', '2026-11-19T00:00:00Z'],
    ['reports', '2026-11-18T01:00:00Z'],
  ])
})

test('a clock set back fires nothing until the new time comes', async () => {
  const { calls, pass } = begin('0 0 9 * * * *')
  await pass(hour)
  await pass(-2 * hour)
  await pass(hour)
  expect(calls).toHaveLength(1)
  await pass(hour)
  expect(calls).toHaveLength(2)
})

test('a stopped timer does not fire, and what it missed is not made up', async () => {
  const { calls, pass, timers } = begin('0 0 9 * * * *')
  timers.stop()
  await pass(2 * hour)
  timers.start()
  await pass(1000)
  expect(calls).toEqual([])
})

test('a function that fails is reported and fires again the next time', async () => {
  const { calls, errors, pass } = begin('0 0 * * * * *', true)
  await pass(hour)
  await pass(hour)
  expect([calls.length, errors]).toEqual([2, ['jobs', 'jobs']])
})

test('fired by hand it returns what the function returned', async () => {
  const { calls, timers } = begin('0 0 3 * * * *')
  expect(await timers.fire('jobs')).toEqual({ done: 3 })
  expect(calls[0]?.event.Time).toBe('2026-11-16T00:00:00Z')
  await expect(timers.fire('canteen')).rejects.toMatchObject({ code: 'INVALID_PARAM' })
})

test('by itself it fires when real time passes', async () => {
  jest.useFakeTimers()
  try {
    const { clock, calls } = begin('0 0 9 * * * *')
    clock.at += hour
    await jest.advanceTimersByTimeAsync(500)
    expect(calls).toHaveLength(1)
  } finally {
    jest.useRealTimers()
  }
})

const moments = (config: string, from: string, days: number): string[] => {
  const { timers } = cloud()
  timers.load('jobs', [timer(config)])
  const at = Date.parse(from)
  return timers.due(at, at + days * day).map((due) => {
    const local = new Date(due.at + 8 * hour).toISOString()
    return local.slice(0, 19).replace('T', ' ')
  })
}

test.each([
  ['0 0 2 1 * * *', ['2026-12-01 02:00:00', '2027-01-01 02:00:00']],
  ['0 30 9 * * MON,WED *', 9 + 9],
  ['0 30 9 * * 1,3 *', 9 + 9],
  ['15 0 8 16-18 11 * 2026', ['2026-11-16 08:00:15', '2026-11-17 08:00:15', '2026-11-18 08:00:15']],
  ['0 0 8 * * * 2027', 15],
  [
    '0 0 0/6 20 NOV * *',
    ['2026-11-20 00:00:00', '2026-11-20 06:00:00', '2026-11-20 12:00:00', '2026-11-20 18:00:00'],
  ],
  ['0 0 8 * * * 2025', 0],
  ['0 0 0 31 2 * *', 0],
])('%s', (config, expected) => {
  const found = moments(config, '2026-11-16T08:00:00+08:00', 60)
  if (typeof expected === 'number') expect(found).toHaveLength(expected)
  else expect(found).toEqual(expected)
})

test('day and weekday given together mean either', () => {
  expect(moments('0 0 8 20 * SUN *', '2026-11-16T08:00:00+08:00', 8)).toEqual([
    '2026-11-20 08:00:00',
    '2026-11-22 08:00:00',
  ])
})

test('weekday 0 is Sunday', () => {
  expect(moments('0 0 8 * * 0 *', '2026-11-16T08:00:00+08:00', 7)).toEqual(['2026-11-22 08:00:00'])
})

test('a long list of moments is cut, the earliest stay', () => {
  const { timers } = cloud()
  timers.load('jobs', [timer('* * * * * * *')])
  timers.load('reports', [timer('1 0 8 * * * *')])
  const due = timers.due(start, start + day, 3)
  expect(due.map(({ functionName, at }) => [functionName, at - start])).toEqual([
    ['jobs', 1000],
    ['reports', 1000],
    ['jobs', 2000],
  ])
})

test.each([
  ['six fields', [timer('0 0 8 * * *')]],
  ['a word', [timer('@daily')]],
  ['second 60', [timer('60 0 8 * * * *')]],
  ['hour 24', [timer('0 0 24 * * * *')]],
  ['weekday 7', [timer('0 0 8 * * 7 *')]],
  ['year 2100', [timer('0 0 8 * * * 2100')]],
  ['a question mark', [timer('0 0 8 ? * * *')]],
  ['the last day', [timer('0 0 8 L * * *')]],
  ['two timers', [timer('0 0 8 * * * *', 'a'), timer('0 0 9 * * * *', 'b')]],
  ['another type', [{ name: 'tick', type: 'cos', config: '0 0 8 * * * *' }]],
  ['a name that begins with a digit', [timer('0 0 8 * * * *', '1st')]],
  ['a name of 61 characters', [timer('0 0 8 * * * *', 'a'.repeat(61))]],
])('%s cannot be deployed', (_name, triggers) => {
  const { timers } = cloud()
  expect(() => timers.load('jobs', triggers)).toThrow(
    expect.objectContaining({ code: 'INVALID_PARAM' }) as Error,
  )
})

test('loading no trigger takes the old one away', async () => {
  const { calls, pass, timers } = begin('0 0 9 * * * *')
  timers.load('jobs', [])
  await pass(day)
  expect(calls).toEqual([])
})
