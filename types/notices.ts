import * as v from 'valibot'
import { contract, resident, staff } from './shared/contract'
import { cursor, id, idempotencyKey as key, instant, line, page } from './shared/fields'

/** What happened; each has words on the phone and, where one fits, a template of a subscribe message. */
export const noticeEvents = [
  'signedUp',
  'promoted',
  'activityWithdrawn',
  'activityChanged',
  'activityTomorrow',
  'drawnIn',
  'drawnWaiting',
  'notDrawn',
  'cancelledByStaff',
  'askedToAct',
  'actingAllowed',
  /** To a guardian: thirty days before the child turns 14, and on the day. */
  'guardianEnds',
  'guardianEnded',
  'verified',
  'verificationEnds',
  'verificationRevoked',
  /** Staff noted that somebody without a phone wants their data erased. */
  'erasureAsked',
  /** To the owner of a node: somebody on the call list is not reached two hours before it is too late. */
  'callUnreached',
  'shiftPut',
  /** At another time or place. */
  'shiftMoved',
  'shiftCalledOff',
  /** It was called off while it was on: it is over at once. */
  'shiftEnded',
  'shiftTomorrow',
  /** It was called off and takes place after all: who had said yes is asked anew. */
  'shiftOnAgain',
  /** To who runs a service: somebody will not come to a shift. */
  'shiftLeft',
  /** Somebody comes in their place. */
  'shiftSwapTaken',
  /** A coordinator agreed that they come in another's place. */
  'shiftSwapAgreed',
  /** It stays as it was. */
  'shiftSwapRefused',
  /** To who runs a service: a swap waits for their word. */
  'shiftSwapWaits',
  /** To who runs a service: another comes. */
  'shiftSwapMade',
  'hoursConfirmed',
  /** A second person said no, and why. */
  'hoursRefused',
  /** Who registered turned out to be under 18: the guardian is to register them. */
  'volunteerNeedsGuardian',
  /** Somebody wrote thanks, and staff passed them on. */
  'thanked',
  'haircutBooked',
  'haircutPromoted',
  'haircutTomorrow',
  /** A barber cannot come: today's waitlist first, or a number kept for the next date. */
  'haircutAsk',
  'haircutTwoBefore',
  'haircutMoved',
  'haircutCalledOff',
  /** Somebody else gave the number back. */
  'haircutCancelled',
  /** They waited for a place to the end, and none came free. */
  'haircutNotReached',
  /** To the owner of the place: it is the eve, and nobody said they come to cut. */
  'haircutNoBarbers',
  'homeVisitPlanned',
  'homeVisitTomorrow',
  'homeVisitCancelled',
  'mealOrdered',
  /** Another time or place than when it was ordered. */
  'mealChanged',
  'mealCalledOff',
  'mealExpired',
  'mealRefunded',
  'shopKept',
  'shopLapsed',
  /** Somebody else gave the order back. */
  'shopCancelled',
  /** What was had for points was taken back at the counter. */
  'shopReversed',
  /** To the keepers: few are left. */
  'shopLow',
  /** What they asked to have bought waits to be fetched and paid. */
  'purchaseBought',
  /** The shop did not buy it, or gave it up. */
  'purchaseGivenUp',
  /** To who may decide: somebody asks for aid. */
  'aidAsked',
  /** To who asked for aid. */
  'aidDecided',
  /** Approved aid waits at the shop. */
  'aidReady',
  /** Nobody fetched approved aid in time. */
  'aidLapsed',
  /** To a volunteer: somebody needs what they can do. */
  /** Something was done about what somebody reported. */
  'caseMoved',
  /** To who reported it: staff have a question. */
  'caseAsked',
  /** To who reported it: come and look at it. */
  'caseInvited',
  /** Staff say that it is solved: who reported it is to say so too. */
  'caseSolved',
  /** It is over otherwise: joined to another, or not a matter for the centre. */
  'caseEnded',
  /** To who answers for it from now on. */
  'caseGiven',
  /** To who answers for it: who reported it said something, or looked at it and it is not solved. */
  'caseAnswered',
  'caseReopened',
  /** To who answers above: nobody did anything in time. */
  'caseRose',
  /** To who answered for it: it is somebody else's now. */
  'caseGone',
  /** To the street: it is late where it cannot rise. */
  'caseLate',
  /** To mediators: a sealed case waits for one, is theirs now, or is to be looked after. */
  'sealedToDo',
  /** To staff above: a sealed case is late. */
  'sealedLate',
  /** To who complained of what others can read. */
  'complaintSettled',
  'errandAsked',
  /** Staff put a volunteer down who said yes by phone. */
  'errandPut',
  'helpingTomorrow',
  /** To the other volunteer: who was to go along will not. */
  'companionLeft',
  'helpingCancelled',
  /** To a volunteer: the resident says that nobody came. */
  'helpingMissed',
  /** To the resident: who comes. */
  'errandAccepted',
  'errandTomorrow',
  'errandOnTheWay',
  /** The volunteer says it is done: the resident is to say so too. */
  'errandDone',
  /** A volunteer who had said yes will not come. */
  'errandHelperLeft',
  'errandCancelled',
  /** Nobody was found yet, and staff look for somebody. */
  'errandSearched',
  /** A volunteer was there, and nobody opened. */
  'errandNotMet',
  /** To staff: nobody was found in time. */
  'errandUnmatched',
  /** To staff, at once: a volunteer stands at a door that nobody opens. */
  'errandNoAnswer',
  /** To staff: the volunteers were not there, it was not good, or nobody said what came of it. */
  'errandTrouble',
  /** To the grown-ups of a household that has a vote: it can vote now. */
  'voteBegan',
  /** To those of all households: what came out. */
  'voteEnded',
  /** To the grown-ups of a household that has not voted. */
  'voteReminder',
  /** To those of one that has: there will be no result. */
  'voteCalledOff',
  /** A signed paper stands as the ballot of their household. */
  'ballotByPaper',
  /** A paper came back or waits; to a linked owner, they are asked, or staff entered a paper of theirs. */
  'voteNews',
  /** To staff: papers are to be checked or entered anew, a count did not begin. */
  'voteToDo',
  /** To who answers for a project: the day of a milestone has passed. */
  'milestoneLate',
  /** A survey is open that is for them. */
  'surveyOpened',
  /** It closes tomorrow, and they have not answered. */
  'surveyCloses',
  /** Something happened to a wish: published, claimed, done, thanked. */
  'wishNews',
  'proposalNews',
  'meetingCalled',
  /** Another time or place, or not at all. */
  'meetingMoved',
  'meetingNews',
  /** To who does what a meeting decided. */
  'taskNews',
  /** To staff: something of wishes, proposals and tasks waits for them. */
  'proposalCare',
] as const
export const noticeEvent = v.picklist(noticeEvents)

/** After what WeChat's dialog is shown: each asks for what somebody may want to hear of it. */
export const occasions = [
  'activity',
  'haircut',
  'homeVisit',
  'meal',
  'shift',
  'shop',
  'errand',
  'helping',
  'errandCare',
  'feedback',
  'survey',
  'proposal',
  'proposalCare',
] as const

/** Decided by consent and event: a subscribe message, in the program, or somebody calls. */
export const channel = v.picklist(['subscribe', 'inApp', 'call'])

export const notice = v.object({
  id,
  event: noticeEvent,
  /** The person it is about. */
  about: v.object({ id, name: v.string() }),
  /** Facts the words need: title, place, time, reason. */
  data: v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
  /** Where a tap leads, such as an activity. */
  thing: v.nullable(id),
  at: instant,
  read: v.boolean(),
})

const callRow = v.object({
  id,
  event: noticeEvent,
  person: v.object({ id, name: v.string(), phone: v.nullable(v.string()) }),
  /** Whom it is about, where somebody of the family is called. */
  about: v.nullable(v.object({ id, name: v.string() })),
  data: notice.entries.data,
  due: instant,
  /** Not reached and less than two hours left: the owner of the node was told. */
  raised: v.boolean(),
  outcome: v.nullable(v.picklist(['reached', 'noAnswer', 'wrongNumber'])),
  caller: v.nullable(v.string()),
})

export const notices = contract('notices', {
  /** What I and those I act for were told, newest first. */
  mine: {
    may: resident,
    act: 'read',
    input: v.object({ after: v.optional(cursor) }),
    output: page(notice),
    errors: [],
  },

  markRead: {
    may: resident,
    act: 'change',
    input: v.object({ key, notices: v.pipe(v.array(id), v.maxLength(20)) }),
    output: v.object({}),
    errors: [],
  },

  /** The templates WeChat's dialog may ask for on an occasion, at most three. */
  templates: {
    may: resident,
    act: 'read',
    input: v.object({ occasion: v.optional(v.picklist(occasions), 'activity') }),
    output: v.object({ items: v.array(v.object({ event: noticeEvent, template: v.string() })) }),
    errors: [],
  },

  /** What WeChat's dialog answered: each yes is good for one message. */
  recordConsent: {
    may: resident,
    act: 'change',
    input: v.object({
      key,
      answers: v.pipe(
        v.array(v.object({ template: line(64), accepted: v.boolean() })),
        v.maxLength(3),
      ),
    }),
    output: v.object({}),
    errors: [],
  },

  /** People who cannot be reached otherwise and are to be called, soonest first. */
  callList: {
    may: staff('gridWorker', 'communityStaff', 'centreStaff'),
    act: 'read',
    input: v.object({ after: v.optional(cursor) }),
    output: page(callRow),
    errors: [],
  },

  recordCall: {
    may: staff('gridWorker', 'communityStaff', 'centreStaff'),
    act: 'change',
    input: v.object({ key, call: id, outcome: v.picklist(['reached', 'noAnswer', 'wrongNumber']) }),
    output: v.object({}),
    errors: [],
  },
})

export type CallRow = v.InferOutput<typeof callRow>
export type Notice = v.InferOutput<typeof notice>
export type Occasion = (typeof occasions)[number]
export type NoticeEvent = v.InferOutput<typeof noticeEvent>
