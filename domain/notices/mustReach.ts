import type { NoticeEvent } from '@/types/notices'

/**
 * Whoever does not hear of these comes in vain, stays away from what waits for them, or loses what they had the choice
 * of: written in the program alone is not enough. What somebody did themselves a moment ago, and what can wait until
 * they look, is not among them.
 */
const events: ReadonlySet<NoticeEvent> = new Set<NoticeEvent>([
  'activityWithdrawn',
  'activityChanged',
  'haircutTomorrow',
  'haircutAsk',
  'haircutMoved',
  'haircutCalledOff',
  'homeVisitPlanned',
  'mealCalledOff',
  'shiftMoved',
  'shiftCalledOff',
  'shiftOnAgain',
  'shiftSwapTaken',
  'shiftSwapAgreed',
  'shiftSwapRefused',
  'volunteerNeedsGuardian',
  'purchaseBought',
  'purchaseGivenUp',
  'aidReady',
  'aidLapsed',
  'caseAsked',
  'caseInvited',
  'caseSolved',
  'errandAccepted',
  'errandHelperLeft',
  'errandCancelled',
  'errandNotMet',
  'errandNoAnswer',
  'companionLeft',
  'helpingCancelled',
  'meetingMoved',
])

/** Whether somebody calls where no message reaches the person. */
export const mustReach = (event: NoticeEvent): boolean => events.has(event)
