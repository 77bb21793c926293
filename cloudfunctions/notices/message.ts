import { answerOf } from '@/domain/notices/answer'
import { messageOf } from '@/domain/notices/message'
import type { MessageTemplate } from '@/types/centre'
import type { NoticeEvent } from '@/types/notices'
import { scene, type Service, type Target } from '@/types/shared/links'
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

/** The page that routes every link; a notice about nothing that has a page of its own opens the first one. */
const pageOf = ({ thing, event, centre }: OutboxRow): string => {
  const target = targetOf(event, thing, centre)
  return target
    ? `pages/scan/index?scene=${encodeURIComponent(scene(target))}`
    : 'pages/centre/today/index'
}

const targetOf = (event: NoticeEvent, thing: string | null, centre: string): Target | null => {
  if (thing !== null && activityEvents.has(event)) return { to: 'activity', activity: thing }
  const service = serviceOf(event)
  return service && { to: 'service', centre, service }
}

const activityEvents: ReadonlySet<NoticeEvent> = new Set([
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

/** What residents hear of the shop. */
const shopEvents: ReadonlySet<NoticeEvent> = new Set<NoticeEvent>([
  'shopKept',
  'shopLapsed',
  'shopCancelled',
  'shopReversed',
  'purchaseBought',
  'purchaseGivenUp',
  'aidReady',
])

const serviceOf = (event: NoticeEvent): Service | null => {
  if (event.startsWith('haircut')) return 'haircuts'
  if (event.startsWith('meal')) return 'canteen'
  if (shopEvents.has(event)) return 'shop'
  return event.startsWith('shift') && !toStaff.has(event) ? 'shifts' : null
}

const toStaff: ReadonlySet<NoticeEvent> = new Set([
  'shiftLeft',
  'shiftSwapWaits',
  'shiftSwapMade',
] as const)
