import { backOff, nextStep } from '@/domain/notices/channel'
import { dayOf, type Instant } from '@/types/shared/day'
import { settingsOn } from '../centre/store'
import { command } from '../kit/cloud'
import type { Fields } from '../kit/query'
import type { JobRun } from '../kit/jobs'
import { OutcomeUnknown } from '../kit/failure'
import { faultOf, log } from '../kit/log'
import { sendMessage } from './message'
import { tellFamily } from './outbox'
import { reachOf, type Recipient } from './reach'
import { outbox, type OutboxRow } from './store'

const batch = 50
/** A message takes WeChat up to a second or two; nothing is begun that the end of the run would cut off. */
const enoughMs = 3_000
/** Messages on their way to WeChat at the same time. */
const atOnce = 10

/**
 * Chooses the way for everything that waits, and sends it. A message is claimed before it goes to WeChat, so it never
 * goes twice. Cut off in between, nobody knows whether it arrived: it is not sent again (see `endCutOff`).
 */
export const send = async ({ centre, at, timeLeft }: JobRun) => {
  const rows = await outbox.of(centre).find({
    where: { state: 'pending', notBefore: command.lte(at) },
    order: [
      ['notBefore', 'asc'],
      ['_id', 'asc'],
    ],
    limit: batch,
  })
  if (rows.length === 0) return { handled: 0, cursor: null }
  const settings = await settingsOn(centre, dayOf(at))
  const recipients = await reachOf(centre, rows, settings?.templates ?? [], at)
  let handled = 0
  for (let from = 0; from < rows.length; from += atOnce) {
    if (timeLeft() < enoughMs) return { handled, cursor: 'more' }
    const some = rows.slice(from, from + atOnce)
    await Promise.all(some.map((row) => forward(row, recipients.get(row._id), at)))
    handled += some.length
  }
  return { handled, cursor: rows.length === batch ? 'more' : null }
}

/** Takes a row as far as it goes now. One that fails is put off, so that it does not stand before all others. */
const forward = async (row: OutboxRow, recipient: Recipient | undefined, at: Instant) => {
  try {
    await take(row, recipient, at)
  } catch (error) {
    // Whether the row moved is read from the row itself by the next run.
    if (error instanceof OutcomeUnknown) return
    const { _id: requestId, centre } = row
    log({
      level: 'error',
      requestId,
      module: 'notices',
      procedure: 'send',
      fault: faultOf(error),
    })
    const tries = row.tries + 1
    const putOff = { tries, notBefore: at + backOff(tries) }
    await outbox.of(centre).change(row._id, putOff, { state: 'pending' })
  }
}

const take = async (row: OutboxRow, recipient: Recipient | undefined, at: Instant) => {
  const move = (change: Fields, from: OutboxRow['state'] = 'pending') =>
    outbox.of(row.centre).change(row._id, change, { state: from })
  if (!recipient) return move({ state: 'expired' })
  const { person, actors, template } = recipient
  const step = nextStep({ ...row, subject: row.to === row.about }, recipient, at)
  switch (step.do) {
    case 'expire':
      return move({ state: 'expired' })
    case 'wait':
      return move({ notBefore: step.until })
    case 'inApp':
      return move({ state: 'told', channel: 'inApp' })
    case 'tellFamily':
      return tellFamily(row, actors)
    case 'call':
      return move({
        state: 'calling',
        channel: 'call',
        call: command.set({
          path: person.facts.path,
          outcome: null,
          by: null,
          byName: null,
          at: null,
          keys: [],
          raisedTo: null,
        }),
      })
    case 'subscribe':
      if (!person.openid || !template) return move({ state: 'told', channel: 'inApp' })
      if (!(await move({ state: 'sending', notBefore: at }))) return
      return settle(row, await sendMessage(row, person.openid, template), at)
    default:
      return step satisfies never
  }
}

const settle = (row: OutboxRow, sent: Awaited<ReturnType<typeof sendMessage>>, at: Instant) => {
  const move = (change: Fields) =>
    outbox.of(row.centre).change(row._id, change, { state: 'sending' })
  const tries = row.tries + 1
  switch (sent) {
    case 'sent':
      return move({ state: 'told', channel: 'subscribe' })
    case 'busy':
      return move({ state: 'pending', tries, notBefore: at + backOff(tries) })
    case 'refused':
    case 'unknown':
      return move({ state: 'told', channel: 'inApp' })
    default:
      return sent satisfies never
  }
}
