import { answerOf } from '@/domain/notices/answer'
import { messageOf } from '@/domain/notices/message'
import type { MessageTemplate } from '@/types/centre'
import { scene } from '@/types/shared/links'
import { cloud, command } from '../kit/cloud'
import { consentId, messageConsents, type OutboxRow } from './store'

/** What became of a message; `unknown` when it may have arrived all the same. */
export type Sent = 'sent' | 'busy' | 'refused' | 'unknown'

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
    const answer = answerOf((error as { errCode?: unknown }).errCode)
    switch (answer) {
      case 'noConsent':
        await consents.change(consent, { left: 0 })
        return 'refused'
      case 'busy':
      case 'refused':
        await consents.change(consent, { left: command.inc(1) })
        return answer
      case 'unknown':
        return answer
      default:
        return answer satisfies never
    }
  }
}

/** The page that routes every link; a notice about no activity opens the first page. */
const pageOf = ({ thing, event }: OutboxRow): string =>
  thing !== null && activityEvents.has(event)
    ? `pages/scan/index?scene=${encodeURIComponent(scene({ to: 'activity', activity: thing }))}`
    : 'pages/centre/today/index'

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
