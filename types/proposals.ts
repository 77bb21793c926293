import * as v from 'valibot'
import { contract, resident, residentOr, staff, visitor } from './shared/contract'
import {
  cursor,
  day,
  id,
  idempotencyKey as key,
  instant,
  line,
  page,
  text,
  time,
  whole,
} from './shared/fields'
import { uploadErrors } from './shared/uploads'

/** What a wish or a proposal is about. */
export const voiceCategories = [
  'living',
  'learning',
  'company',
  'environment',
  'facilities',
  'order',
  'other',
] as const
export const voiceCategory = v.picklist(voiceCategories)

/** For whom a wish is. */
export const wishFor = ['child', 'elder', 'household', 'neighbours', 'other'] as const

export const wishStates = [
  /** Staff have not read it yet. */
  'waiting',
  'open',
  'claimed',
  /** Who claimed it says that it is fulfilled; the wisher has not said so. */
  'done',
  'confirmed',
  'merged',
  'withdrawn',
  'refused',
  /** Staff ended it: nobody claimed it, or it cannot be done. */
  'ended',
] as const
export const wishState = v.picklist(wishStates)

/** Why staff have to look at a wish. */
export const wishTodo = v.picklist(['read', 'unclaimed', 'slow', 'unconfirmed', 'words', 'photos'])

export const proposalStates = [
  'waiting',
  /** Co-signatures are being given. */
  'open',
  /** There are enough of them: an answer is due. */
  'owed',
  'answered',
  'withdrawn',
  'refused',
  /** Its time is over, with too few co-signatures. */
  'lapsed',
] as const
export const proposalState = v.picklist(proposalStates)

/** What a meeting came to on an item of its agenda. */
export const decisionKinds = ['adopted', 'refused', 'postponed', 'vote'] as const
export const decisionKind = v.picklist(decisionKinds)

export const meetingState = v.picklist(['called', 'held', 'calledOff'])
export const taskState = v.picklist(['open', 'done', 'ended'])

/** What happened to a wish, a proposal, a meeting or a task, in the order it did. */
const lineKinds = [
  'written',
  'published',
  'refused',
  'withdrawn',
  'claimed',
  'givenBack',
  'fulfilled',
  'confirmed',
  'settled',
  'extended',
  'ended',
  'merged',
  'parted',
  'hidden',
  'shownAgain',
  'reached',
  'late',
  'answered',
  'lapsed',
  'discussed',
  'decided',
  'voteOpened',
  'projectBegun',
] as const
export const lineKind = v.picklist(lineKinds)

const step = v.object({
  kind: lineKind,
  at: instant,
  /** What was said with it: a reason, a note. */
  words: v.nullable(v.string()),
})

/** Of a picture: where it is, and for who may look at it by eye, how WeChat's check of it stands. */
const photo = v.object({
  id,
  url: v.string(),
  check: v.picklist(['waiting', 'passed', 'refused', 'held']),
})

const fileId = v.pipe(v.string(), v.maxLength(300))
const files = v.optional(v.pipe(v.array(fileId), v.maxLength(3)), [])

/** A wish as everybody sees it: in the words of staff, its person masked or not named. */
const wish = v.object({
  id,
  title: v.string(),
  words: v.string(),
  category: voiceCategory,
  forWhom: v.picklist(wishFor),
  /** 李**, or null where the wisher is not to be named. */
  name: v.nullable(v.string()),
  state: wishState,
  /** The unit, or the masked name of who claimed it. */
  claimedBy: v.nullable(v.string()),
  thanks: v.nullable(v.string()),
  at: instant,
})

/** A wish of mine, or that I claimed. */
const myWish = v.object({
  ...wish.entries,
  mine: v.boolean(),
  person: v.object({ id, name: v.string() }),
  /** Of my family: who claimed it. */
  claimer: v.nullable(v.object({ id, name: v.string() })),
  by: v.nullable(v.string()),
  /** What I wrote, whatever staff made of it. */
  original: v.nullable(v.string()),
  photos: v.array(photo),
  steps: v.array(step),
  /** How to reach the wisher, for who claimed it. */
  reach: v.nullable(v.object({ name: v.string(), phone: v.nullable(v.string()) })),
  /** What who claimed it says of having fulfilled it. */
  note: v.nullable(v.string()),
  notePhotos: v.array(photo),
  proposal: v.nullable(id),
  mayWithdraw: v.boolean(),
  mayClaim: v.boolean(),
  mayGiveBack: v.boolean(),
  mayFulfil: v.boolean(),
  mayConfirm: v.boolean(),
  mayComplain: v.boolean(),
})

const wishForStaff = v.object({
  id,
  state: wishState,
  todo: v.nullable(wishTodo),
  hidden: v.boolean(),
  /** Everybody can read it. */
  listed: v.boolean(),
  category: voiceCategory,
  forWhom: v.picklist(wishFor),
  person: v.object({ id, name: v.string() }),
  by: v.nullable(v.string()),
  communityName: v.string(),
  original: v.string(),
  /** WeChat did not answer when it was written: it is read with more care. */
  unchecked: v.boolean(),
  showName: v.boolean(),
  showPhone: v.boolean(),
  public: v.nullable(v.object({ title: v.string(), words: v.string() })),
  claimedBy: v.nullable(v.object({ id, name: v.string(), unit: v.nullable(v.string()) })),
  note: v.nullable(v.string()),
  thanks: v.nullable(v.string()),
  /** Words that nobody else sees until staff read them. */
  toRead: v.nullable(v.picklist(['note', 'thanks'])),
  reason: v.nullable(v.string()),
  proposal: v.nullable(id),
  until: v.nullable(instant),
  at: instant,
})

const signature = v.object({
  count: v.number(),
  threshold: v.number(),
})

/** A proposal as everybody sees it, in a list. */
const proposalCard = v.object({
  id,
  title: v.string(),
  category: voiceCategory,
  nodeName: v.string(),
  /** Who proposes it, masked; null for one that staff made of wishes. */
  name: v.nullable(v.string()),
  state: proposalState,
  ...signature.entries,
  answerDue: v.nullable(day),
  decision: v.nullable(decisionKind),
  wishes: v.number(),
  at: instant,
})

const proposal = v.object({
  ...proposalCard.entries,
  words: v.string(),
  photos: v.array(photo),
  /** Masked names of those whose wishes it was made of. */
  firstNames: v.array(v.string()),
  wishTitles: v.array(v.string()),
  until: instant,
  answer: v.nullable(v.object({ words: v.string(), at: instant })),
  meeting: v.nullable(id),
  vote: v.nullable(id),
  project: v.nullable(id),
  reason: v.nullable(v.string()),
  steps: v.array(step),
  mine: v.boolean(),
  /** Of my family: whom to act for. */
  proposer: v.nullable(id),
  signed: v.boolean(),
  /** Why I cannot co-sign; null when I can. */
  cannotSign: v.nullable(
    v.picklist(['NotSignedIn', 'NotVerified', 'NotBelow', 'Closed', 'Full', 'Signed']),
  ),
  mayTakeBack: v.boolean(),
  mayWithdraw: v.boolean(),
  mayComplain: v.boolean(),
})

const proposalForStaff = v.object({
  ...v.omit(proposal, [
    'mine',
    'proposer',
    'signed',
    'cannotSign',
    'mayTakeBack',
    'mayWithdraw',
    'mayComplain',
  ]).entries,
  node: id,
  person: v.nullable(v.object({ id, name: v.string() })),
  by: v.nullable(v.string()),
  unchecked: v.boolean(),
  late: v.boolean(),
  forStaff: v.boolean(),
  hidden: v.boolean(),
  /** Everybody can read it. */
  listed: v.boolean(),
  /** Staff made it of wishes, and may undo that. */
  mayUndo: v.boolean(),
  /** Who proposed it may still take it back. */
  mayWithdraw: v.boolean(),
})

const agendaItem = v.object({
  id: v.string(),
  title: v.string(),
  proposal: v.nullable(id),
  decision: v.nullable(v.object({ kind: decisionKind, words: v.string() })),
})

const meetingCard = v.object({
  id,
  title: v.string(),
  placeName: v.string(),
  nodeName: v.string(),
  startsAt: instant,
  endsAt: instant,
  state: meetingState,
  left: v.number(),
  seats: v.number(),
})

/** A task as who reads the minutes sees it. */
const taskShown = v.object({
  id,
  what: v.string(),
  /** Masked. */
  owner: v.string(),
  due: day,
  state: taskState,
  late: v.boolean(),
  note: v.nullable(v.string()),
})

const meeting = v.object({
  ...meetingCard.entries,
  agenda: v.array(agendaItem),
  minutes: v.nullable(v.object({ words: v.string(), at: instant })),
  because: v.nullable(v.string()),
  tasks: v.array(taskShown),
  came: v.number(),
  /** Me first, then those I act for: who comes, who is here, and what I may say for each. */
  family: v.array(
    v.object({
      person: v.object({ id, name: v.string() }),
      own: v.boolean(),
      joined: v.boolean(),
      /** In doubt as long as staff did not see who scanned without a network. */
      here: v.nullable(v.picklist(['yes', 'doubt'])),
      mayJoin: v.boolean(),
      mayLeave: v.boolean(),
    }),
  ),
})

const taskForStaff = v.object({
  ...v.omit(taskShown, ['owner']).entries,
  /** Residents read the note once staff have looked at it. */
  noteHeld: v.boolean(),
  meeting: id,
  meetingTitle: v.string(),
  item: v.string(),
  owner: v.object({ id, name: v.string() }),
  at: instant,
})

const attender = v.object({
  id,
  name: v.string(),
  homeName: v.nullable(v.string()),
  came: v.boolean(),
  /** They scanned the code without a network: staff say whether they were here. */
  doubt: v.boolean(),
  /** How they were put down: by the code, or by staff. */
  how: v.nullable(v.picklist(['code', 'staff'])),
})

const meetingForStaff = v.object({
  ...v.omit(meeting, ['family']).entries,
  node: id,
  rev: v.number(),
  invites: v.picklist(['signers', 'residents']),
  attenders: v.array(attender),
  mayTick: v.boolean(),
})

const complaint = v.object({
  id,
  of: v.picklist(['wish', 'proposal']),
  thing: id,
  title: v.string(),
  words: v.string(),
  state: v.picklist(['waiting', 'hidden', 'left']),
  answer: v.nullable(v.string()),
  at: instant,
})

/** What holds for the whole centre, as data. */
export const proposalSettings = v.object({
  /** So many co-signatures, and an answer is due. */
  threshold: whole(2, 500),
  /** Within so many working days. */
  answerDays: whole(1, 60),
  /** So long co-signatures can be given. */
  collectDays: whole(7, 365),
  /** So long a wish waits to be claimed, then staff look. */
  wishDays: whole(7, 180),
})

/** More than one proposal has: the document that decides stays small. */
export const mostSignatures = 500

const orStaff = residentOr('gridWorker', 'communityStaff', 'centreStaff')
const readers = staff('gridWorker', 'communityStaff', 'centreStaff')
const deciders = staff('communityStaff', 'centreStaff')
const forResident = v.optional(id)
const after = v.optional(cursor)

export const meetingDraft = v.object({
  title: line(30),
  placeName: line(40),
  node: id,
  day,
  from: time,
  until: time,
  seats: whole(2, 300),
  invites: v.picklist(['signers', 'residents']),
  agenda: v.pipe(
    v.array(v.union([v.object({ proposal: id }), v.object({ title: line(60) })])),
    v.minLength(1),
    v.maxLength(10),
  ),
})

const wishActs = { key, forResident, wish: id }
const over = ['Over'] as const

export const proposals = contract('proposals', {
  /** Published wishes: those that wait for somebody, or those that came true. */
  wishes: {
    may: visitor,
    act: 'read',
    input: v.object({ view: v.optional(v.picklist(['open', 'claimed', 'done']), 'open'), after }),
    output: page(wish),
    errors: [],
  },

  wish: {
    may: visitor,
    act: 'read',
    input: v.object({ wish: id }),
    output: myWish,
    errors: [],
  },

  /** What my family wished, or what I claimed, newest first. */
  myWishes: {
    may: orStaff,
    act: 'read',
    input: v.object({
      forResident,
      view: v.optional(v.picklist(['written', 'claimed']), 'written'),
      after,
    }),
    output: page(wish),
    errors: [],
  },

  writeWish: {
    may: orStaff,
    act: 'change',
    input: v.object({
      key,
      forResident,
      words: line(200),
      category: voiceCategory,
      forWhom: v.picklist(wishFor),
      photos: files,
      /** Others may see the masked name. */
      showName: v.optional(v.boolean(), false),
      /** Who claims it may see the number. */
      showPhone: v.optional(v.boolean(), false),
    }),
    output: myWish,
    errors: ['TextRefused', 'TooManyToday', 'TooManyOpen', ...uploadErrors],
  },

  withdrawWish: {
    may: orStaff,
    act: 'change',
    input: v.object({ ...wishActs }),
    output: myWish,
    errors: ['ClaimedAlready', ...over],
  },

  /** I do it; a partner in the name of its unit. There is one for each wish. */
  claimWish: {
    may: orStaff,
    act: 'change',
    input: v.object({ ...wishActs, unit: v.optional(line(30)) }),
    output: myWish,
    errors: [
      'Taken',
      'OwnWish',
      'AdultsOnly',
      'NotTrusted',
      'NotAPartner',
      'TooManyClaimed',
      'TooManyToday',
      'TextRefused',
      'CheckAway',
      ...over,
    ],
  },

  giveBackWish: {
    may: orStaff,
    act: 'change',
    input: v.object({ ...wishActs }),
    output: myWish,
    errors: ['NotYours', ...over],
  },

  fulfilWish: {
    may: orStaff,
    act: 'change',
    input: v.object({ ...wishActs, note: line(200), photos: files }),
    output: myWish,
    errors: ['NotYours', 'TextRefused', ...over, ...uploadErrors],
  },

  /** The wisher says that it came true; or that it did not, and it goes back to who claimed it. */
  confirmWish: {
    may: orStaff,
    act: 'change',
    input: v.object({ ...wishActs, came: v.boolean(), thanks: v.optional(line(100)) }),
    output: myWish,
    errors: ['NotYet', 'OwnWork', 'TextRefused', 'TooManyToday', ...over],
  },

  proposals: {
    may: visitor,
    act: 'read',
    input: v.object({ view: v.optional(v.picklist(['open', 'answered']), 'open'), after }),
    output: page(proposalCard),
    errors: [],
  },

  proposal: {
    may: visitor,
    act: 'read',
    input: v.object({ proposal: id }),
    output: proposal,
    errors: [],
  },

  myProposals: {
    may: orStaff,
    act: 'read',
    input: v.object({ forResident, after }),
    output: page(proposalCard),
    errors: [],
  },

  writeProposal: {
    may: orStaff,
    act: 'change',
    input: v.object({
      key,
      forResident,
      title: line(30),
      words: text(1000),
      /** The grid, the building or the community of the home, or the whole centre. */
      about: v.picklist(['building', 'grid', 'community', 'centre']),
      category: voiceCategory,
      photos: files,
    }),
    output: proposal,
    errors: [
      'NotVerified',
      'HomeNeeded',
      'WordsNeeded',
      'TextRefused',
      'TooManyToday',
      'TooManyOpen',
      ...uploadErrors,
    ],
  },

  withdrawProposal: {
    may: orStaff,
    act: 'change',
    input: v.object({ key, forResident, proposal: id }),
    output: proposal,
    errors: [...over],
  },

  /** By nobody but the person: a relative or staff never co-sign in their place. */
  coSign: {
    may: resident,
    act: 'change',
    input: v.object({ key, proposal: id }),
    output: proposal,
    errors: ['NotVerified', 'NotBelow', 'Closed', 'Full'],
  },

  takeBackSignature: {
    may: resident,
    act: 'change',
    input: v.object({ key, proposal: id }),
    output: proposal,
    errors: ['Closed'],
  },

  meetings: {
    may: visitor,
    act: 'read',
    input: v.object({ past: v.optional(v.boolean(), false), after }),
    output: page(meetingCard),
    errors: [],
  },

  meeting: {
    may: visitor,
    act: 'read',
    input: v.object({ meeting: id }),
    output: meeting,
    errors: [],
  },

  joinMeeting: {
    may: orStaff,
    act: 'change',
    input: v.object({ key, forResident, meeting: id }),
    output: meeting,
    errors: ['Full', 'NotInvited', ...over],
  },

  leaveMeeting: {
    may: orStaff,
    act: 'change',
    input: v.object({ key, forResident, meeting: id }),
    output: meeting,
    errors: [...over],
  },

  /** By the rotating code at the door; who had not said that they come takes a place that is left. */
  checkInAtMeeting: {
    may: orStaff,
    act: 'change',
    input: v.object({
      key,
      forResident,
      code: v.pipe(v.string(), v.maxLength(200)),
      /** Scanned without a network: when. */
      scannedAt: v.optional(instant),
    }),
    output: meeting,
    errors: ['NotOurCode', 'CodeExpired', 'NotNow', 'ScannedTooLongAgo', 'Full', 'NotInvited'],
  },

  /** What I promised to do. */
  myTasks: {
    may: resident,
    act: 'read',
    input: v.object({ over: v.optional(v.boolean(), false), after }),
    output: page(taskForStaff),
    errors: [],
  },

  finishTask: {
    may: resident,
    act: 'change',
    input: v.object({ key, task: id, note: line(200) }),
    output: taskForStaff,
    errors: ['TextRefused', ...over],
  },

  complain: {
    may: orStaff,
    act: 'change',
    input: v.object({
      key,
      forResident,
      of: v.picklist(['wish', 'proposal']),
      thing: id,
      words: line(200),
    }),
    output: v.object({}),
    errors: ['TooManyToday', 'AlreadyComplained', 'TextRefused'],
  },

  wishesForStaff: {
    may: readers,
    act: 'read',
    input: v.object({
      view: v.optional(v.picklist(['todo', ...wishStates]), 'todo'),
      category: v.optional(voiceCategory),
      after,
    }),
    output: page(wishForStaff),
    errors: [],
  },

  wishForStaff: {
    may: readers,
    act: 'read',
    input: v.object({ wish: id }),
    output: v.object({
      ...wishForStaff.entries,
      photos: v.array(photo),
      notePhotos: v.array(photo),
      steps: v.array(v.object({ ...step.entries, by: v.nullable(v.string()) })),
    }),
    errors: [],
  },

  /** Published in words of staff, or refused with a reason; the wisher reads it. */
  decideWish: {
    may: deciders,
    act: 'change',
    input: v.object({
      key,
      wish: id,
      publish: v.optional(v.object({ title: line(30), words: line(200) })),
      because: v.optional(line(100)),
    }),
    output: wishForStaff,
    errors: ['ReasonNeeded', 'PhotosPending', 'TextRefused', 'CheckAway', ...over],
  },

  /** What staff do where nobody else does: end it, give it more time, free it of its claimer, confirm it for the wisher. */
  settleWish: {
    may: deciders,
    act: 'change',
    input: v.object({
      key,
      wish: id,
      by: v.picklist(['end', 'extend', 'free', 'confirm']),
      note: line(100),
    }),
    output: wishForStaff,
    errors: ['NotNow', 'OwnWork', ...over],
  },

  /** Thanks, or a note that WeChat could not check, go on to others, or not. */
  readWords: {
    may: deciders,
    act: 'change',
    input: v.object({
      key,
      wish: id,
      which: v.picklist(['note', 'thanks']),
      /** As they were read: others may have come in their place. */
      words: v.pipe(v.string(), v.maxLength(200)),
      publish: v.boolean(),
    }),
    output: wishForStaff,
    errors: ['NothingToRead'],
  },

  /** Staff look at a picture that WeChat could not judge. */
  judgePhoto: {
    may: deciders,
    act: 'change',
    input: v.object({
      key,
      of: v.picklist(['wish', 'proposal']),
      thing: id,
      photo: id,
      through: v.boolean(),
    }),
    output: v.object({}),
    errors: ['NotHeld'],
  },

  /** Several open wishes alike become one proposal. */
  mergeWishes: {
    may: deciders,
    act: 'change',
    input: v.object({
      key,
      wishes: v.pipe(v.array(id), v.minLength(2), v.maxLength(20)),
      title: line(30),
      words: text(1000),
      node: id,
      category: voiceCategory,
    }),
    output: proposalForStaff,
    errors: ['WordsNeeded', 'NotMergeable', 'TextRefused', 'CheckAway'],
  },

  /** A mistaken merge ends: its wishes wait again, each by itself. */
  undoMerge: {
    may: deciders,
    act: 'change',
    input: v.object({ key, proposal: id, because: line(100) }),
    output: proposalForStaff,
    errors: ['TextRefused', 'CheckAway', ...over],
  },

  proposalsForStaff: {
    may: readers,
    act: 'read',
    input: v.object({ view: v.optional(v.picklist(['todo', ...proposalStates]), 'todo'), after }),
    output: page(v.omit(proposalForStaff, ['photos', 'steps', 'firstNames', 'wishTitles'])),
    errors: [],
  },

  proposalForStaff: {
    may: readers,
    act: 'read',
    input: v.object({ proposal: id }),
    output: v.object({
      ...proposalForStaff.entries,
      /** Masked, in the order they signed, with whether it was on paper. */
      signers: v.array(v.object({ name: v.string(), onPaper: v.boolean(), at: instant })),
    }),
    errors: [],
  },

  /** Staff say whether it is published, never what it says. */
  decideProposal: {
    may: deciders,
    act: 'change',
    input: v.object({ key, proposal: id, publish: v.boolean(), because: v.optional(line(100)) }),
    output: proposalForStaff,
    errors: ['ReasonNeeded', 'PhotosPending', 'TextRefused', 'CheckAway', ...over],
  },

  answerProposal: {
    may: deciders,
    act: 'change',
    input: v.object({ key, proposal: id, words: text(1000) }),
    output: proposalForStaff,
    errors: ['WordsNeeded', 'TextRefused', 'CheckAway', ...over],
  },

  /** A signature on a paper form, entered with a picture of the form; both names stay on record. */
  coSignOnPaper: {
    may: readers,
    act: 'change',
    input: v.object({ key, proposal: id, person: id, form: fileId }),
    output: v.object({ count: v.number() }),
    errors: [
      'TheyAreNotVerified',
      'TheyLiveElsewhere',
      'TheySigned',
      'Closed',
      'Full',
      ...uploadErrors,
    ],
  },

  meetingsForStaff: {
    may: readers,
    act: 'read',
    input: v.object({ past: v.optional(v.boolean(), false), after }),
    output: page(meetingCard),
    errors: [],
  },

  meetingForStaff: {
    may: readers,
    act: 'read',
    input: v.object({ meeting: id }),
    output: meetingForStaff,
    errors: [],
  },

  /** Calls a meeting, or moves it: everybody invited is told. */
  saveMeeting: {
    may: deciders,
    act: 'change',
    input: v.object({
      key,
      meeting: v.optional(id),
      rev: v.optional(whole(0, 1_000_000)),
      draft: meetingDraft,
    }),
    output: meetingForStaff,
    errors: [
      'ChangedMeanwhile',
      'TimesWrong',
      'InThePast',
      'FewerSeats',
      'NotOpen',
      'TextRefused',
      'CheckAway',
      ...over,
    ],
  },

  callOffMeeting: {
    may: deciders,
    act: 'change',
    input: v.object({ key, meeting: id, because: line(60) }),
    output: meetingForStaff,
    errors: ['TextRefused', 'CheckAway', ...over],
  },

  /** For the screen at the door: a new code each minute. */
  meetingCode: {
    may: readers,
    act: 'read',
    input: v.object({ meeting: id }),
    output: v.object({
      title: v.string(),
      placeName: v.string(),
      startsAt: instant,
      endsAt: instant,
      link: v.nullable(v.string()),
      validUntil: v.nullable(instant),
      here: v.number(),
      expected: v.number(),
    }),
    errors: [],
  },

  /** Who has no phone is ticked off the list; a tick by mistake is taken back. */
  tickAtMeeting: {
    may: readers,
    act: 'change',
    input: v.object({ key, meeting: id, person: id, came: v.boolean() }),
    output: meetingForStaff,
    errors: ['NotNow', 'Full', 'NotInvited'],
  },

  /** The minutes, and what was decided on each item. */
  writeMinutes: {
    may: deciders,
    act: 'change',
    input: v.object({
      key,
      meeting: id,
      rev: whole(0, 1_000_000),
      words: text(2000),
      decisions: v.pipe(
        v.array(
          v.object({
            item: v.pipe(v.string(), v.maxLength(40)),
            kind: decisionKind,
            words: text(200),
          }),
        ),
        v.maxLength(10),
      ),
    }),
    output: meetingForStaff,
    errors: [
      'WordsNeeded',
      'NotYet',
      'ChangedMeanwhile',
      'DecisionNeeded',
      'TextRefused',
      'CheckAway',
      ...over,
    ],
  },

  addTask: {
    may: deciders,
    act: 'change',
    input: v.object({
      key,
      meeting: id,
      item: v.pipe(v.string(), v.maxLength(40)),
      what: line(100),
      /** Staff or a volunteer. */
      person: id,
      due: day,
    }),
    output: taskForStaff,
    errors: ['NotDecided', 'NoTaskOwner', 'InThePast', 'TooManyTasks', 'TextRefused', 'CheckAway'],
  },

  tasksForStaff: {
    may: readers,
    act: 'read',
    input: v.object({ view: v.optional(v.picklist(['late', 'open', 'over']), 'late'), after }),
    output: page(taskForStaff),
    errors: [],
  },

  /** Staff put down that it is done, or that it will not be; or let everybody read a note that is held. */
  settleTask: {
    may: deciders,
    act: 'change',
    input: v.object({ key, task: id, done: v.boolean(), note: line(200) }),
    output: taskForStaff,
    errors: ['TextRefused', 'CheckAway', ...over],
  },

  complaintsForStaff: {
    may: readers,
    act: 'read',
    input: v.object({ view: v.optional(v.picklist(['waiting', 'over']), 'waiting'), after }),
    output: page(complaint),
    errors: [],
  },

  /** Hides what it is about, or leaves it, or puts back what was hidden; who complained is told. */
  answerComplaint: {
    may: deciders,
    act: 'change',
    input: v.object({ key, complaint: id, hide: v.boolean(), answer: line(100) }),
    output: complaint,
    errors: ['AlreadyAnswered'],
  },

  settings: {
    may: staff('gridWorker', 'communityStaff', 'centreStaff', 'admin'),
    act: 'read',
    input: v.object({}),
    output: v.object({ settings: proposalSettings, rev: v.number() }),
    errors: [],
  },

  saveSettings: {
    may: staff('centreStaff', 'admin'),
    act: 'change',
    input: v.object({ key, settings: proposalSettings, rev: whole(0, 1_000_000) }),
    output: v.object({ settings: proposalSettings, rev: v.number() }),
    errors: ['ChangedMeanwhile'],
  },
})

export type VoiceCategory = (typeof voiceCategories)[number]
export type WishFor = (typeof wishFor)[number]
export type WishState = (typeof wishStates)[number]
export type WishTodo = v.InferOutput<typeof wishTodo>
export type Wish = v.InferOutput<typeof wish>
export type MyWish = v.InferOutput<typeof myWish>
export type WishForStaff = v.InferOutput<typeof wishForStaff>
export type ProposalState = (typeof proposalStates)[number]
export type ProposalCard = v.InferOutput<typeof proposalCard>
export type ProposalShown = v.InferOutput<typeof proposal>
export type ProposalForStaff = v.InferOutput<typeof proposalForStaff>
export type ProposalSettings = v.InferOutput<typeof proposalSettings>
export type DecisionKind = (typeof decisionKinds)[number]
export type MeetingDraft = v.InferOutput<typeof meetingDraft>
export type MeetingCard = v.InferOutput<typeof meetingCard>
export type MeetingShown = v.InferOutput<typeof meeting>
export type MeetingForStaff = v.InferOutput<typeof meetingForStaff>
export type MeetingState = v.InferOutput<typeof meetingState>
export type TaskForStaff = v.InferOutput<typeof taskForStaff>
export type TaskShown = v.InferOutput<typeof taskShown>
export type TaskState = v.InferOutput<typeof taskState>
export type VoiceComplaint = v.InferOutput<typeof complaint>
export type VoicePhoto = v.InferOutput<typeof photo>
export type LineKind = (typeof lineKinds)[number]
export type VoiceStep = v.InferOutput<typeof step>
