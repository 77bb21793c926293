import { backOff, mostTries, nextStep, type NextStep } from '@/domain/notices/channel'
import { mustReach } from '@/domain/notices/mustReach'
import { dayOf, type Instant } from '@/types/shared/day'
import { settingsOn } from '../centre/store'
import { command } from '../kit/cloud'
import type { Fields } from '../kit/query'
import { OutcomeUnknown } from '../kit/failure'
import { faultOf, log } from '../kit/log'
import { sendMessage } from './message'
import { reachOf, type Recipient } from './reach'
import { outbox, type OutboxRow } from './store'
import { tellFamily } from './tellFamily'

/** Messages on their way to WeChat at the same time. */
export const atOnce = 10

type Recipients = ReadonlyMap<string, Recipient>

/** Who is to be told, and by which ways each can be reached today. */
export const recipientsOf = async (
  centre: string,
  rows: readonly OutboxRow[],
  at: Instant,
): Promise<Recipients> =>
  reachOf(centre, rows, (await settingsOn(centre, dayOf(at)))?.templates ?? [], at)

/**
 * Chooses the way for some rows, and sends them, all at the same time. A message is claimed before it goes to WeChat, so
 * it never goes twice. Cut off in between, nobody knows whether it arrived: it is not sent again (see `endCutOff`).
 */
export const deliver = async (
  rows: readonly OutboxRow[],
  recipients: Recipients,
  at: Instant,
): Promise<void> => {
  await Promise.all(rows.map((row) => forward(row, recipients.get(row._id), at)))
}

/** Takes a row as far as it goes now. One that fails is put off, so that it does not stand before all others. */
const forward = async (row: OutboxRow, recipient: Recipient | undefined, at: Instant) => {
  try {
    if (recipient) await follow(row, recipient, at)
    else await mover(row)({ state: 'expired' })
  } catch (error) {
    // Whether the row moved is read from the row itself by the next run.
    if (error instanceof OutcomeUnknown) return
    const { _id: requestId } = row
    log({
      level: 'error',
      requestId,
      module: 'notices',
      procedure: 'send',
      fault: faultOf(error),
    })
    const tries = row.tries + 1
    await mover(row)({ tries, notBefore: at + backOff(tries) })
  }
}

/** Changes a row that is still as it was read. */
const mover =
  ({ centre, _id, tries }: OutboxRow, state: OutboxRow['state'] = 'pending') =>
  (change: Fields) =>
    outbox.of(centre).change(_id, change, { state, tries })

const stepOf = (row: OutboxRow, recipient: Recipient, at: Instant): NextStep =>
  nextStep(
    { ...row, subject: row.to === row.about, mustReach: mustReach(row.event) },
    recipient,
    at,
  )

const follow = async (row: OutboxRow, recipient: Recipient, at: Instant) => {
  const { person, template } = recipient
  const step = stepOf(row, recipient, at)
  if (step.do !== 'subscribe' || !person.openid || !template)
    return settle(row, 'pending', step, recipient)
  const claimed = await mover(row)({ state: 'sending', notBefore: at })
  if (!claimed) return
  const move = mover(row, 'sending')
  const sent = await sendMessage(row, person.openid, template)
  const tries = row.tries + 1
  switch (sent) {
    case 'sent':
      return move({ state: 'told', channel: 'subscribe' })
    case 'busy':
      return move({ state: 'pending', tries, notBefore: at + backOff(tries) })
    case 'refused':
    case 'unknown': {
      const unsent = stepOf({ ...row, tries: mostTries }, recipient, at)
      return settle(row, 'sending', unsent, recipient)
    }
    default:
      return sent satisfies never
  }
}

/** Every step but a message of WeChat. */
const settle = (
  row: OutboxRow,
  from: OutboxRow['state'],
  step: NextStep,
  { person, actors }: Recipient,
) => {
  const move = mover(row, from)
  switch (step.do) {
    case 'expire':
      return move({ state: 'expired' })
    case 'wait':
      return move({ notBefore: step.until })
    case 'subscribe':
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
    default:
      return step satisfies never
  }
}
