// What an order costs: requests and round trips of a single one, and 300 orders in the minute before the cut-off for 200
// portions, beside the same rush on a function that looks and then writes.
import { startControls } from './controls.mjs'
import { asker, centre, key, line, single, tapAll, withPassports } from './phones.mjs'
import { startCloud } from './processes.mjs'

const phones = 300
const portions = 200
const hour = 3_600_000
const budget = { requests: 4, roundTrips: 3 }

/** HH:mm at UTC+8, so many hours from now. */
const local = (at) => new Date(at + 8 * hour).toISOString()

async function lunch(cloud) {
  const ask = asker(cloud)
  const { at } = await ask('demo-staff', 'centre', 'today', {})
  const { value: dish } = await ask('demo-kitchen', 'canteen', 'saveDish', {
    key: key(),
    draft: {
      name: '红烧肉',
      price: 1600,
      marks: [],
      allergens: [],
      photo: null,
      discountable: true,
    },
  })
  // A month ahead there is no other meal.
  const day = local(at + 30 * 24 * hour).slice(0, 10)
  const { value } = await ask('demo-kitchen', 'canteen', 'saveService', {
    key: key(),
    draft: {
      day,
      meal: 'dinner',
      startsAt: '17:00',
      endsAt: '18:30',
      cutOff: Date.parse(`${day}T15:00:00+08:00`),
      placeName: '共享餐厅',
      node: `${centre}_centre`,
      kinds: ['eatIn'],
      counterPercent: 0,
      offers: [{ dish: dish.id, portions }],
    },
    publish: true,
  })
  return { service: value.service, dish: dish.id }
}

const orderAt = ({ service, dish }, tapKey = key()) => ({
  key: tapKey,
  service,
  lines: [{ dish, portions: 1 }],
  kind: 'eatIn',
  pay: 'counter',
})

const rush = (cloud, openids, inputOf) =>
  tapAll(openids, async (openid) => {
    const envelope = await cloud.call(openid, 'canteen', {
      procedure: 'placeOrder',
      centre,
      input: inputOf(openid),
    })
    return envelope.ok ? 'sold' : envelope.error?.code
  })

export async function placeOrder() {
  const cloud = await startCloud({ args: ['--seed=city', '--residents=1500'] })
  try {
    const meal = await lunch(cloud)
    const openids = await withPassports(cloud, phones)
    const cost = await single(cloud)('demo-resident', 'canteen', 'placeOrder', orderAt(meal))
    const guarded = await rush(cloud, openids, (openid) =>
      orderAt(meal, `rush${openid}`.padEnd(20, '0')),
    )
    const control = await startControls('tests/canteen/controls')
    const service = `${centre}_slunch`
    await control.call('anybody', 'canteen', { procedure: 'open', input: { service, portions } })
    const unguarded = await rush(control, openids, (openid) => ({
      service,
      order: `${centre}_o${openid}`,
    })).finally(() => control.stop())
    const sold = (guarded.states.sold ?? 0) + 1
    return [
      {
        what: 'canteen.placeOrder: requests / round trips',
        measured: `${cost.requests} / ${cost.roundTrips}`,
        beside: '',
        budget: `${budget.requests} / ${budget.roundTrips}`,
        ratio: '',
        kept: cost.requests <= budget.requests && cost.roundTrips <= budget.roundTrips,
      },
      {
        what: `before the cut-off: ${phones} orders, ${portions} portions`,
        measured: line(guarded),
        beside: `${line(unguarded)} looking and writing (${unguarded.states.sold} sold)`,
        budget: `${portions} portions, a minute`,
        ratio: `${sold} portions, ${guarded.seconds.toFixed(0)} s`,
        kept: sold === portions && guarded.seconds < 60,
      },
    ]
  } finally {
    await cloud.stop()
  }
}
