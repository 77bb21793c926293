// The phones of a rush: who they are, how they tap, and what their calls cost.
import { percentile } from './processes.mjs'

export const centre = 'chj'

export const key = () => Array.from({ length: 24 }, () => Math.floor(Math.random() * 10)).join('')

/** Calls as one phone after another does; throws what was refused. */
export const asker = (cloud) => async (openid, module, procedure, input) => {
  const envelope = await cloud.call(openid, module, { procedure, centre, input })
  if (!envelope.ok) throw new Error(`${module}.${procedure}: ${envelope.error?.code}`)
  return envelope
}

/** What one call costs the database: requests and round trips, as the gateway counted them. */
export const single = (cloud) => async (openid, module, procedure, input) => {
  await cloud.resetMetrics()
  await asker(cloud)(openid, module, procedure, input)
  const { procedures } = await cloud.metrics()
  return procedures[`${module}.${procedure}`]
}

/** Everybody taps at once; what was not answered is sent again. Resolves with the times of single calls. */
export async function tapAll(taps, tap) {
  const times = []
  const states = {}
  let open = taps
  const started = performance.now()
  while (open.length > 0) {
    const again = []
    await Promise.all(
      open.map(async (one) => {
        const from = performance.now()
        const state = await tap(one)
        times.push(performance.now() - from)
        if (state === undefined || state === 'TryAgain' || state === 'Internal') again.push(one)
        else states[state] = (states[state] ?? 0) + 1
      }),
    )
    open = again
  }
  return { times, states, seconds: (performance.now() - started) / 1000 }
}

/** So many people of the city who have a phone, and whom `fits` takes. */
export async function withPassports(cloud, phones, fits = () => true) {
  const found = []
  for (let i = 0; found.length < phones; i++) {
    const { value } = await cloud.call(`city-${i}`, 'residents', {
      procedure: 'me',
      centre,
      input: {},
    })
    if (value?.person && fits(value.person)) found.push(`city-${i}`)
  }
  return found
}

export const line = ({ times, seconds }) =>
  `${(times.length / seconds).toFixed(0)} calls/s, p50 ${percentile(times, 50).toFixed(0)} ms, p95 ${percentile(times, 95).toFixed(0)} ms`
