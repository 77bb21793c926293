import type { NoticeEvent, Occasion } from '@/types/notices'
import type { MessageTemplate } from '@/types/centre'

/** WeChat's dialog asks for three templates at most. */
export const mostAsked = 3

/** What somebody may want to hear of after what they just did; what matters most to them stands first. */
const orders: Readonly<Record<Occasion, readonly NoticeEvent[]>> = {
  activity: [
    'activityTomorrow',
    'promoted',
    'activityWithdrawn',
    'activityChanged',
    'signedUp',
    'drawnIn',
  ],
  haircut: [
    'haircutTomorrow',
    'haircutAsk',
    'haircutCalledOff',
    'haircutMoved',
    'haircutPromoted',
    'haircutTwoBefore',
  ],
  homeVisit: ['homeVisitPlanned'],
  meal: ['mealCalledOff', 'mealExpired', 'mealRefunded'],
  shop: [
    'purchaseBought',
    'aidReady',
    'shopLapsed',
    'shopCancelled',
    'shopReversed',
    'purchaseGivenUp',
    'aidLapsed',
  ],
  errand: [
    'errandAccepted',
    'errandHelperLeft',
    'errandCancelled',
    'errandNotMet',
    'errandOnTheWay',
    'errandTomorrow',
    'errandDone',
  ],
  helping: ['errandAsked', 'helpingCancelled', 'companionLeft', 'helpingTomorrow', 'helpingMissed'],
  survey: ['surveyOpened', 'surveyCloses'],
  proposal: [
    'meetingMoved',
    'wishNews',
    'proposalNews',
    'meetingCalled',
    'taskNews',
    'meetingNews',
  ],
  proposalCare: ['proposalCare'],
  errandCare: ['errandNoAnswer', 'errandTrouble', 'errandUnmatched'],
  feedback: ['caseInvited', 'caseSolved', 'caseAsked', 'caseMoved', 'caseEnded'],
  shift: [
    'shiftTomorrow',
    'shiftCalledOff',
    'shiftMoved',
    'shiftOnAgain',
    'shiftPut',
    'shiftSwapAgreed',
    'shiftSwapRefused',
    'shiftSwapTaken',
    'hoursConfirmed',
    'hoursRefused',
    'thanked',
    'volunteerNeedsGuardian',
  ],
}

/** The templates to ask for on an occasion, each with the event it is asked for; no template twice. */
export const askedAt = (
  occasion: Occasion,
  templates: readonly MessageTemplate[],
): { event: NoticeEvent; template: string }[] => {
  const asked = new Map<string, NoticeEvent>()
  for (const event of orders[occasion]) {
    const template = templateFor(templates, event)
    if (template && !asked.has(template.id)) asked.set(template.id, event)
  }
  return [...asked].slice(0, mostAsked).map(([template, event]) => ({ event, template }))
}

export const templateFor = (
  templates: readonly MessageTemplate[],
  event: NoticeEvent,
): MessageTemplate | null => templates.find(({ events }) => events.includes(event)) ?? null
