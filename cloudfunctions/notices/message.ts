import { messageOf, type MessageTemplate } from '@/domain/notices/message'
import { scene } from '@/types/shared/links'
import { cloud, command } from '../kit/cloud'
import { consentId, messageConsents, type OutboxRow } from './store'

/**
 * What became of a message. `busy` may be tried again; `refused` means that this person, or this template, takes none;
 * `unknown` that the answer was lost and the message may have arrived.
 */
export type Sent = 'sent' | 'busy' | 'refused' | 'unknown'

/** WeChat's codes for "later": system busy, and its limits a minute and a day. */
const busyCodes: readonly unknown[] = [-1, 45009, 45011, 45047]
const notSubscribed = 43101

/** Sends one subscribe message against one yes. The yes is taken first and given back when WeChat refused. */
export const sendMessage = async (
  row: OutboxRow,
  openid: string,
  template: MessageTemplate,
): Promise<Sent> => {
  const data = messageOf(template, row.event, row.data, row.at)
  if (!data) return 'refused'
  const consents = messageConsents.of(row.centre)
  const consent = consentId(row.centre, openid, template.id)
  const taken = await consents.change(consent, { left: command.inc(-1) }, { left: command.gt(0) })
  if (!taken) return 'refused'
  try {
    await cloud.openapi.subscribeMessage.send({
      touser: openid,
      templateId: template.id,
      page: pageOf(row),
      data,
    })
    return 'sent'
  } catch (error) {
    const code = (error as { errCode?: number }).errCode
    if (code === notSubscribed) {
      await consents.change(consent, { left: 0 })
      return 'refused'
    }
    const busy = busyCodes.includes(code)
    if (!busy && !(code !== undefined && code >= 40000)) return 'unknown'
    await consents.change(consent, { left: command.inc(1) })
    return busy ? 'busy' : 'refused'
  }
}

/** The page that routes every link; a notice about no activity opens the first page. */
const pageOf = ({ thing, event }: OutboxRow): string =>
  thing !== null && activityEvents.has(event)
    ? `pages/scan/index?scene=${encodeURIComponent(scene({ to: 'activity', activity: thing }))}`
    : 'pages/today/index'

const activityEvents: ReadonlySet<OutboxRow['event']> = new Set([
  'signedUp',
  'promoted',
  'activityWithdrawn',
  'activityChanged',
  'activityTomorrow',
  'drawnIn',
  'drawnWaiting',
  'notDrawn',
  'cancelledByStaff',
] as const)
