// What it costs that volunteers come: requests and round trips of a single check-in, and 500 phones that scan the codes of
// ten shifts in the minute before they begin.
import { asker, centre, key, line, single, tapAll, withPassports } from './phones.mjs'
import { startCloud } from './processes.mjs'

const phones = 500
const perShift = 50
const budget = { requests: 3, roundTrips: 2 }
const minute = 60_000
/** Of age on any day this runs: a minor comes by the guardian's registration only. */
const ofAge = ({ birthDate }) => birthDate !== null && birthDate < '2000'

/** So many shifts that begin soon, with these people on them; who is on which. */
async function shiftsWith(cloud, openids) {
  const ask = asker(cloud)
  const { at, value: me } = await ask('demo-staff', 'residents', 'me', {})
  const node = me.roles[0].node
  const startsAt = Math.ceil(at / minute) * minute + 10 * minute
  const on = []
  for (let first = 0; first < openids.length; first += perShift) {
    const { value: shift } = await ask('demo-staff', 'volunteers', 'saveShift', {
      key: key(),
      kind: 'canteenHelper',
      title: '大扫除',
      placeName: '食堂',
      node,
      startsAt,
      endsAt: startsAt + 60 * minute,
      needed: 60,
    })
    for (const openid of openids.slice(first, first + perShift)) {
      const { value } = await ask(openid, 'residents', 'me', {})
      const person = value.person.id
      await ask('demo-staff', 'volunteers', 'putOnShift', { key: key(), shift: shift.id, person })
      on.push({ openid, shift: shift.id })
    }
  }
  return on
}

/** What the screens show, by shift. */
async function codesOf(cloud, on) {
  const codes = new Map()
  for (const shift of new Set(on.map((one) => one.shift))) {
    const { value } = await asker(cloud)('demo-staff', 'volunteers', 'shiftCode', { shift })
    codes.set(shift, value.link.slice(value.link.indexOf('/v.') + 3))
  }
  return codes
}

export async function checkInShift() {
  const cloud = await startCloud({ args: ['--seed=city', '--residents=6000'] })
  try {
    // Who signed in by this phone themselves, as volunteers do, and then everybody else.
    const others = await withPassports(cloud, phones - 1, ofAge)
    const on = await shiftsWith(cloud, ['demo-resident', ...others])
    const codes = await codesOf(cloud, on)
    const inputOf = ({ shift }, tap) => ({ key: tap, code: codes.get(shift), leaving: false })
    const [first, ...rest] = on
    const cost = await single(cloud)(first.openid, 'volunteers', 'checkIn', inputOf(first, key()))
    const result = await tapAll(
      rest.map((one) => ({ ...one, tap: key() })),
      async ({ tap, ...one }) => {
        const envelope = await cloud.call(one.openid, 'volunteers', {
          procedure: 'checkIn',
          centre,
          input: inputOf(one, tap),
        })
        return envelope.ok ? 'here' : envelope.error?.code
      },
    )
    const here = (result.states.here ?? 0) + 1
    return [
      {
        what: 'volunteers.checkIn: requests / round trips',
        measured: `${cost.requests} / ${cost.roundTrips}`,
        beside: '',
        budget: `${budget.requests} / ${budget.roundTrips}`,
        ratio: '',
        kept: cost.requests <= budget.requests && cost.roundTrips <= budget.roundTrips,
      },
      {
        what: `a shift begins: ${phones} volunteers scan the code`,
        measured: line(result),
        beside: '',
        budget: `${phones} check-ins in a minute`,
        ratio: `${here} here, ${result.seconds.toFixed(0)} s`,
        kept: here === phones && result.seconds < 60,
      },
    ]
  } finally {
    await cloud.stop()
  }
}
