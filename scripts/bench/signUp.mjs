// What sign-up costs: requests and round trips of single calls, and a rush of 400 phones for 20 seats, beside the same
// rush on a function that counts and inserts.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bundleFunctions } from '../bundle-functions.mjs'
import { ROOT } from '../install.mjs'
import { percentile, startCloud } from './processes.mjs'

const centre = 'chj'
const phones = 400
const taps = 3
const hour = 3_600_000
const key = () => Array.from({ length: 24 }, () => Math.floor(Math.random() * 10)).join('')

const draft = (now) => ({
  title: '乐高搭建课',
  category: 'child',
  summary: '二十个名额',
  description: '',
  placeName: '二楼活动室',
  node: `${centre}_centre`,
  photo: null,
  sessions: [{ startsAt: now + 48 * hour, endsAt: now + 50 * hour }],
  seats: 20,
  waitlist: 10,
  heldPercent: 0,
  householdCap: null,
  mode: 'firstCome',
  opensAt: now,
  closesAt: now + 40 * hour,
  cancelUntil: now + 40 * hour,
  drawAt: null,
  eligibility: { minAge: null, maxAge: null, verifiedOnly: false, nodes: [], tags: [] },
  questions: [],
  attachments: [],
  headCount: false,
  completionPercent: 0,
})

const asker = (cloud) => async (openid, module, procedure, input) => {
  const envelope = await cloud.call(openid, module, { procedure, centre, input })
  if (!envelope.ok) throw new Error(`${module}.${procedure}: ${envelope.error?.code}`)
  return envelope
}

/** Everybody taps at once; what was not answered is sent again. Resolves with the times of single calls. */
async function rush(cloud, activity, openids) {
  const times = []
  const states = {}
  let open = openids.flatMap((openid) =>
    Array(taps).fill({ openid, key: `rush${openid}`.padEnd(20, '0') }),
  )
  const started = performance.now()
  while (open.length > 0) {
    const again = []
    await Promise.all(
      open.map(async (tap) => {
        const from = performance.now()
        const envelope = await cloud.call(tap.openid, 'activities', {
          procedure: 'signUp',
          centre,
          input: { key: tap.key, activity },
        })
        times.push(performance.now() - from)
        const state = envelope.ok ? envelope.value.state : envelope.error?.code
        if (state === undefined || state === 'TryAgain' || state === 'Internal') again.push(tap)
        else states[state] = (states[state] ?? 0) + 1
      }),
    )
    open = again
  }
  return { times, states, seconds: (performance.now() - started) / 1000 }
}

const requestBudgets = {
  'activities.signUp': [5, 3],
  'activities.cancel': [5, 3],
  'activities.checkIn': [3, 2],
  'centre.today': [6, 1],
}

/** Each procedure once, by people who are already there; requests and round trips as the gateway counted them. */
async function single(cloud) {
  const ask = asker(cloud)
  const { at } = await ask('demo-staff', 'centre', 'today', {})
  const { value } = await ask('demo-staff', 'activities', 'publish', {
    key: key(),
    draft: {
      ...draft(at),
      seats: 1,
      sessions: [{ startsAt: at + 0.5 * hour, endsAt: at + 2 * hour }],
      closesAt: at + 0.4 * hour,
      cancelUntil: at + 0.4 * hour,
    },
  })
  const { activity } = value
  await cloud.resetMetrics()
  const measure = async (openid, module, procedure, input) => {
    await cloud.resetMetrics()
    await ask(openid, module, procedure, input)
    const { procedures } = await cloud.metrics()
    return procedures[`${module}.${procedure}`]
  }
  const costs = {}
  costs['centre.today'] = await measure('demo-resident', 'centre', 'today', {})
  costs['activities.signUp'] = await measure('demo-resident', 'activities', 'signUp', {
    key: key(),
    activity,
  })
  const code = await ask('demo-staff', 'activities', 'checkInCode', { activity })
  const scanned = code.value.link.split('/q/c.')[1]
  costs['activities.checkIn'] = await measure('demo-resident', 'activities', 'checkIn', {
    key: key(),
    code: scanned,
  })
  const { value: other } = await ask('demo-staff', 'activities', 'publish', {
    key: key(),
    draft: { ...draft(at), seats: 1 },
  })
  await ask('demo-resident', 'activities', 'signUp', { key: key(), activity: other.activity })
  await ask('demo-elder', 'activities', 'signUp', { key: key(), activity: other.activity })
  costs['activities.cancel'] = await measure('demo-resident', 'activities', 'cancel', {
    key: key(),
    activity: other.activity,
  })
  return Object.entries(requestBudgets).map(([name, [requests, trips]]) => ({
    what: `${name}: requests / round trips`,
    measured: `${costs[name].requests} / ${costs[name].roundTrips}`,
    beside: '',
    budget: `${requests} / ${trips}`,
    ratio: '',
    kept: costs[name].requests <= requests && costs[name].roundTrips <= trips,
  }))
}

export async function signUp() {
  const cloud = await startCloud({ args: ['--seed=city', '--residents=1500'] })
  const controls = join(ROOT, 'dist/bench/controls')
  rmSync(controls, { recursive: true, force: true })
  mkdirSync(controls, { recursive: true })
  await bundleFunctions({ from: join(ROOT, 'tests/activities/controls'), to: controls })
  try {
    const rows = await single(cloud)
    const { at } = await asker(cloud)('demo-staff', 'centre', 'today', {})
    const { value } = await asker(cloud)('demo-staff', 'activities', 'publish', {
      key: key(),
      draft: draft(at),
    })
    const openids = await withPassports(cloud)
    const guarded = await rush(cloud, value.activity, openids)
    const control = await startCloud({
      functions: controls,
      modules: 'tests/activities/controls',
      args: ['--limits={"instances":24}'],
    })
    const unguarded = await rush(control, `${centre}_alego`, openids).finally(() => control.stop())
    const seats = ({ states }) => (states.in ?? 0) / taps
    rows.push({
      what: `rush: ${phones} phones × ${taps} taps, 20 seats`,
      measured: line(guarded),
      beside: `${line(unguarded)} counting and inserting (${unguarded.states.in} answers “in”)`,
      budget: '20 seats',
      ratio: `${seats(guarded)} seats`,
      kept: guarded.states.in === 20 * taps,
    })
    return rows
  } finally {
    await cloud.stop()
  }
}

/** People of the city who have a phone. */
async function withPassports(cloud) {
  const found = []
  for (let i = 0; found.length < phones; i++) {
    const { value } = await cloud.call(`city-${i}`, 'residents', {
      procedure: 'me',
      centre,
      input: {},
    })
    if (value?.person) found.push(`city-${i}`)
  }
  return found
}

const line = ({ times, seconds }) =>
  `${(times.length / seconds).toFixed(0)} calls/s, p50 ${percentile(times, 50).toFixed(0)} ms, p95 ${percentile(times, 95).toFixed(0)} ms`
