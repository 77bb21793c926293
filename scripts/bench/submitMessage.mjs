// What it costs that residents speak up: requests and round trips of a single message, and 200 messages in a minute on an
// empty file and on one with 50,000 cases.
import { asker, centre, key, line, single, tapAll, withPassports } from './phones.mjs'
import { documentsOf, insert, startCloud } from './processes.mjs'

const messages = 200
const onFile = 50_000
const budget = { requests: 3, roundTrips: 2 }

const messageOf = (node) => ({
  category: `${centre}_fk-lamp`,
  text: '楼下的路灯晚上不亮',
  place: { node, where: '门口' },
})

/** As many cases as a centre has after years, one in ten still open; each of another author. */
async function fillFile(cloud, one) {
  for (let from = 0; from < onFile; from += 1000)
    await insert(
      cloud.url,
      'cases',
      Array.from({ length: 1000 }, (_, i) => {
        const n = from + i
        const ended = n % 10 !== 0
        return {
          ...one,
          _id: `${centre}_fcold-${n}`,
          author: `${centre}_fmold-${n}`,
          followers: [`${centre}_fmold-${n}`],
          number: `2025-${String(n).padStart(5, '0')}`,
          ...(ended && { state: 'confirmed', stage: 'ended', due: null }),
          nextAt: null,
        }
      }),
    )
}

/** Everybody sends one message, and looks at what became of it. */
async function speak(cloud, openids, node) {
  return tapAll(
    openids.map((openid) => ({ openid, tap: key() })),
    async ({ openid, tap }) => {
      const { ok, value, error } = await cloud.call(openid, 'feedback', {
        procedure: 'submit',
        centre,
        input: { key: tap, ...messageOf(node) },
      })
      if (!ok) return error?.code
      const shown = await cloud.call(openid, 'feedback', {
        procedure: 'show',
        centre,
        input: { case: value.id },
      })
      return shown.ok ? shown.value.state : shown.error?.code
    },
  )
}

export async function submitMessage() {
  const cloud = await startCloud({ args: ['--seed=city', '--residents=4000'] })
  try {
    const phones = await withPassports(cloud, 2 * messages)
    // Who signed in by this phone themselves, as people do.
    const first = 'demo-resident'
    const ask = asker(cloud)
    const { value: me } = await ask('demo-staff', 'residents', 'me', {})
    const { node } = me.roles[0]
    const sent = { key: key(), ...messageOf(node) }
    const cost = await single(cloud)(first, 'feedback', 'submit', sent)
    const { value } = await ask(first, 'feedback', 'submit', sent)
    await ask(first, 'feedback', 'show', { case: value.id })
    const [one] = await documentsOf(cloud.url, 'cases', { _id: value.id })
    const empty = await speak(cloud, phones.slice(0, messages), node)
    await fillFile(cloud, one)
    const full = await speak(cloud, phones.slice(messages), node)
    const open = full.states.open ?? 0
    return [
      {
        what: 'feedback.submit: requests / round trips',
        measured: `${cost.requests} / ${cost.roundTrips}`,
        beside: '',
        budget: `${budget.requests} / ${budget.roundTrips}`,
        ratio: '',
        kept: cost.requests <= budget.requests && cost.roundTrips <= budget.roundTrips,
      },
      {
        what: `${messages} messages become cases, ${onFile} on file`,
        measured: line(full),
        beside: `empty file: ${line(empty)}`,
        budget: `${messages} in a minute`,
        ratio: `${open} open, ${full.seconds.toFixed(0)} s; ×${(full.seconds / empty.seconds).toFixed(2)}`,
        kept: open === messages && full.seconds < 60,
      },
    ]
  } finally {
    await cloud.stop()
  }
}
