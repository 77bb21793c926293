// What sign-up costs: requests and round trips of single calls, and a rush of 400 phones for 20 seats, beside the same
// rush on a function that counts and inserts.
import { startControls } from './controls.mjs'
import { asker, centre, key, line, single as costOf, tapAll, withPassports } from './phones.mjs'
import { startCloud } from './processes.mjs'

const phones = 400
const taps = 3
const hour = 3_600_000

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

const rush = (cloud, activity, openids) =>
  tapAll(
    openids.flatMap((openid) => Array(taps).fill({ openid, key: `rush${openid}`.padEnd(20, '0') })),
    async (tap) => {
      const envelope = await cloud.call(tap.openid, 'activities', {
        procedure: 'signUp',
        centre,
        input: { key: tap.key, activity },
      })
      return envelope.ok ? envelope.value.state : envelope.error?.code
    },
  )

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
  const measure = costOf(cloud)
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
  try {
    const rows = await single(cloud)
    const { at } = await asker(cloud)('demo-staff', 'centre', 'today', {})
    const { value } = await asker(cloud)('demo-staff', 'activities', 'publish', {
      key: key(),
      draft: draft(at),
    })
    const openids = await withPassports(cloud, phones)
    const guarded = await rush(cloud, value.activity, openids)
    const control = await startControls('tests/activities/controls')
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
