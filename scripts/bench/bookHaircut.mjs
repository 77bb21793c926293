// What a haircut number costs: requests and round trips of a single call, and 120 phones in the minute in which booking
// opens, beside the same rush on a function that counts and inserts.
import { startControls } from './controls.mjs'
import { asker, centre, key, line, single, tapAll, withPassports } from './phones.mjs'
import { startCloud } from './processes.mjs'

const phones = 120
const budget = { requests: 5, roundTrips: 3 }

/** The next session of the demo, none of its numbers kept for who comes without one; how many are left. */
async function opened(cloud) {
  const ask = asker(cloud)
  const { value: known } = await ask('demo-staff', 'haircuts', 'rule', {})
  const rule = { ...known.rule, walkInPercent: 0 }
  await ask('demo-staff', 'haircuts', 'saveRule', { key: key(), rev: known.rev, rule })
  const { value } = await ask('demo-resident', 'haircuts', 'schedule', {})
  const [next] = value.sessions
  return { session: next.id, numbers: next.left }
}

/** Everybody taps; every number that was given out, as often as somebody was told it. */
async function rush(cloud, openids, inputOf) {
  const numbers = []
  const result = await tapAll(openids, async (openid) => {
    const envelope = await cloud.call(openid, 'haircuts', inputOf(openid))
    if (!envelope.ok) return envelope.error?.code
    numbers.push(envelope.value.number)
    return 'booked'
  })
  return { ...result, given: numbers.length, different: new Set(numbers).size }
}

export async function bookHaircut() {
  const cloud = await startCloud({ args: ['--seed=city', '--residents=1500'] })
  try {
    const { session, numbers } = await opened(cloud)
    const openids = await withPassports(cloud, phones)
    const cost = await single(cloud)('demo-kitchen', 'haircuts', 'book', { key: key(), session })
    const guarded = await rush(cloud, openids, (openid) => ({
      procedure: 'book',
      centre,
      input: { key: `rush${openid}`.padEnd(20, '0'), session },
    }))
    const control = await startControls('tests/haircuts/controls')
    const unguarded = await rush(control, openids, () => ({ input: { session } })).finally(() =>
      control.stop(),
    )
    const given = guarded.given + 1
    return [
      {
        what: 'haircuts.book: requests / round trips',
        measured: `${cost.requests} / ${cost.roundTrips}`,
        beside: '',
        budget: `${budget.requests} / ${budget.roundTrips}`,
        ratio: '',
        kept: cost.requests <= budget.requests && cost.roundTrips <= budget.roundTrips,
      },
      {
        what: `booking opens: ${phones} phones, ${numbers} haircut numbers`,
        measured: line(guarded),
        beside: `${line(unguarded)} counting and inserting (${unguarded.different} numbers for ${unguarded.given} people)`,
        budget: `${numbers} numbers, each once, a minute`,
        ratio: `${given} numbers, ${guarded.seconds.toFixed(0)} s`,
        kept: given === numbers && guarded.different === guarded.given && guarded.seconds < 60,
      },
    ]
  } finally {
    await cloud.stop()
  }
}
