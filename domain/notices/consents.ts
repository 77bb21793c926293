import type { NoticeEvent } from '@/types/notices'
import type { MessageTemplate } from '@/types/centre'

/** WeChat's dialog asks for three templates at most. */
export const mostAsked = 3

/** What matters most to somebody who signs up, first. */
const order: readonly NoticeEvent[] = [
  'activityTomorrow',
  'promoted',
  'activityWithdrawn',
  'activityChanged',
  'signedUp',
  'drawnIn',
]

/** The templates to ask for at a sign-up, each with the event it is asked for; no template twice. */
export const askedAtSignUp = (
  templates: readonly MessageTemplate[],
): { event: NoticeEvent; template: string }[] => {
  const asked = new Map<string, NoticeEvent>()
  for (const event of order) {
    const template = templateFor(templates, event)
    if (template && !asked.has(template.id)) asked.set(template.id, event)
  }
  return [...asked].slice(0, mostAsked).map(([template, event]) => ({ event, template }))
}

export const templateFor = (
  templates: readonly MessageTemplate[],
  event: NoticeEvent,
): MessageTemplate | null => templates.find(({ events }) => events.includes(event)) ?? null
