import { residents } from '@/types/residents'
import type { Envelope } from '@/types/shared/envelope'
import { staffRoles, type StaffRole } from '@/types/shared/roles'
import { centre as centreContract } from '@/types/centre'
import { activities } from '@/types/activities'
import { canteen } from '@/types/canteen'
import { draft as asking, published as openSurvey } from '@/tests/surveys/asking'
import { errands, type ErrandKindDraft } from '@/types/errands'
import { feedback } from '@/types/feedback'
import { proposals } from '@/types/proposals'
import { haircuts, type HaircutRule } from '@/types/haircuts'
import { projects } from '@/types/projects'
import { shop } from '@/types/shop'
import { volunteers } from '@/types/volunteers'
import { votes } from '@/types/votes'
import { lego } from '../activities/publishing'
import { lunch, oneOf } from '../canteen/kitchen'
import { draft as goodsDraft, give } from '../shop/counter'
import type { TestCloud } from '../support/cloud'
import {
  as,
  dl,
  jingHome,
  pathOf,
  newKey,
  places,
  policy,
  resident,
  saturday,
  seedCentre,
  seedMembers,
  staffId,
  staffOf,
  startCentre,
  type Member,
} from '../support/people'
import { projectDraft, fundRule } from '../projects/building'
import { crossing } from '../volunteers/crossing'
import { countDraft, voteDraft } from '../votes/voting'
import { contracts, everyProcedure } from './contracts'

/** What the inputs speak of; everything lies in 静安里 or below it. */
interface Things {
  /** Without a phone, at home in 静安里. */
  person: string
  twin: string
  card: string
  activity: string
  called: string
  display: string
  double: string
  call: string
  dish: string
  meal: string
  order: string
  /** A haircut session with a number, and its barbers' shift. */
  session: string
  ticket: string
  shift: string
  visit: string
  team: string
  hours: string
  /** Thanks that wait for staff of 静安里. */
  thanks: string
  /** Something on the menu of 静安里, and what was ordered of it. */
  help: string
  errand: string
  /** A survey of 静安里 that is open. */
  survey: string
  /** A wish and a proposal that everybody sees, a meeting on it that gave out a task, and what is said against it. */
  wish: string
  proposal: string
  meeting: string
  task: string
  complaint: string
  /** A message about a lamp. */
  voice: string
  /** A sealed one, and what somebody found wrong with the public board. */
  secret: string
  boardComplaint: string
  /** Goods with a gift, a sale and an order of them; something to be bought, somebody in need, a count that goes on. */
  goods: string
  gift: string
  sale: string
  shopOrder: string
  purchase: string
  aid: string
  stocktaking: string
  /** A vote of 静安里, a count of its owners, and a project with a fund. */
  vote: string
  ballot: string
  count: string
  owner: string
  project: string
  milestone: string
  fundLine: string
}

interface Entry {
  /**
   * Where the thing lies: below 静安里, at the whole centre, or nowhere in particular, so that a role held anywhere
   * opens it (lists of one's own nodes, a card shown on the spot).
   */
  at: 'jing' | 'centre' | 'anywhere'
  input: (things: Things) => object
  /** Answers that come after the door, besides success and the procedure's own errors. */
  behind?: string[]
  /** Roles the contract lets in and the thing itself does not, as this case is set. */
  but?: StaffRole[]
}

const nothing = () => ({})
const anybody = (input: Entry['input'] = nothing, behind?: string[]): Entry => ({
  at: 'anywhere',
  input,
  ...(behind && { behind }),
})
const inJing = (input: Entry['input']): Entry => ({ at: 'jing', input })
const draft = () => ({ draft: { ...lego(), node: places.jing } })
const ofPerson = ({ person }: Things) => ({ person })
const ofActivity = ({ activity }: Things) => ({ activity })
const attendance = ({ activity, person }: Things) => ({ activity, session: 0, person })

const ofMeal = ({ meal }: Things) => ({ service: meal })
const ofOrder = ({ order }: Things) => ({ order })
const eaten = ({ meal, dish }: Pick<Things, 'meal' | 'dish'>) => ({
  service: meal,
  lines: oneOf(dish),
  kind: 'eatIn',
})
const ofSession = ({ session }: Things) => ({ session })
const ofTicket = ({ session, ticket }: Things) => ({ session, ticket })
const ofShift = ({ shift }: Things) => ({ shift })

const ofVoice = ({ voice }: Things) => ({ case: voice })
const stepOf = ({ voice }: Things) => ({ case: voice, rev: 1 })
const ofErrand = ({ errand }: Things) => ({ errand })
const ofSurvey = ({ survey }: Things) => ({ survey })

const ofVote = ({ vote }: Things) => ({ vote })
const ofCountOf = ({ count }: Things) => ({ vote: count })
const ofOwner = ({ count, owner }: Things) => ({ vote: count, owner })
const ofProject = ({ project }: Things) => ({ project })
const ofWish = ({ wish }: Things) => ({ wish })
const ofProposal = ({ proposal }: Things) => ({ proposal })
const ofMeeting = ({ meeting }: Things) => ({ meeting })
const council = ({ proposal }: Pick<Things, 'proposal'>) => ({
  title: '说说路灯',
  placeName: '议事厅',
  node: places.jing,
  day: '2026-11-30',
  from: '09:00',
  until: '10:00',
  seats: 20,
  invites: 'residents' as const,
  agenda: [{ proposal }],
})

const help: ErrandKindDraft = {
  category: 'papers',
  place: 1,
  name: '读信',
  about: '',
  node: places.jing,
  whoMay: 'anybody',
  fromAge: null,
  skills: [],
  minutes: 30,
  atHome: false,
  cost: '',
  retired: false,
}
const atCentre = (input: Entry['input'] = nothing, behind?: string[]): Entry => ({
  at: 'centre',
  input,
  ...(behind && { behind }),
})
const ofGoods = ({ goods }: Things) => ({ goods, quantity: 1 })
const ofShopOrder = ({ goods, shopOrder }: Things) => ({ goods, order: shopOrder })
const ofPurchase = ({ purchase }: Things) => ({ purchase })
const ofCount = ({ stocktaking }: Things) => ({ stocktaking })

const plainDish = {
  name: '红烧肉',
  price: 1250,
  marks: [],
  allergens: [],
  photo: null,
  discountable: true,
}

/** Soon enough that its next session is open. */
const haircuts16th: HaircutRule = {
  recurrence: 'FREQ=MONTHLY;BYMONTHDAY=25',
  placeName: '静安里广场',
  node: places.jing,
  startsAt: '09:00',
  endsAt: '11:00',
  minutesPerCut: 15,
  slotMinutes: 30,
  planned: 20,
  barbers: 4,
  walkInPercent: 30,
  priorityAge: 80,
  holidays: 'keep',
  opensDaysBefore: 14,
  exceptions: [],
}

/** One row for each procedure: a call that is right in everything but who makes it. */
const table: Readonly<Record<string, Entry>> = {
  'activities.list': anybody(),
  'activities.get': anybody(ofActivity),
  'activities.signUp': anybody(ofActivity),
  'activities.cancel': anybody(ofActivity),
  'activities.mine': anybody(),
  'activities.participants': anybody(ofActivity),
  'activities.checkIn': anybody(() => ({ code: 'dl_nothing' })),
  'activities.publish': inJing(draft),
  'activities.edit': inJing(({ activity }) => ({ activity, rev: 900, ...draft() })),
  'activities.getDraft': inJing(ofActivity),
  'activities.withdraw': inJing(({ called }) => ({ activity: called, because: '老师病了' })),
  'activities.drawLots': inJing(ofActivity),
  'activities.listForStaff': anybody(),
  'activities.roster': inJing(ofActivity),
  'activities.promote': inJing(({ activity, person }) => ({ activity, person })),
  'activities.checkInCode': inJing(ofActivity),
  'activities.checkInByCard': inJing(({ activity, card }) => ({ activity, session: 0, card })),
  'activities.tick': inJing((things) => ({ ...attendance(things), present: true })),
  'activities.tickAll': inJing(({ activity, person }) => ({
    activity,
    session: 0,
    persons: [person],
  })),
  'activities.confirmCheckIn': inJing((things) => ({ ...attendance(things), accept: true })),
  'activities.countHeads': inJing(({ activity }) => ({ activity, session: 0, heads: 3 })),
  'activities.completion': inJing(ofActivity),
  'activities.certify': inJing(({ activity, person }) => ({ activity, persons: [person] })),
  'activities.poster': inJing(ofActivity),
  'activities.statistics': anybody(() => ({ from: '2026-11-01', to: '2026-11-30' })),

  'canteen.menu': anybody(),
  'canteen.service': anybody(ofMeal),
  'canteen.eater': anybody(ofMeal),
  'canteen.quote': anybody(({ meal, dish }) => ({ service: meal, lines: oneOf(dish) })),
  'canteen.placeOrder': anybody((things) => ({ ...eaten(things), pay: 'counter' })),
  // An order is found by whose it is.
  'canteen.changeOrder': anybody(
    ({ order, dish }) => ({ order, lines: oneOf(dish), kind: 'eatIn' }),
    ['NotFound'],
  ),
  'canteen.cancelOrder': anybody(ofOrder, ['NotFound']),
  'canteen.payOrder': anybody(ofOrder, ['NotFound']),
  'canteen.order': anybody(ofOrder, ['NotFound']),
  'canteen.mine': anybody(),
  'canteen.dishes': anybody(),
  'canteen.saveDish': {
    at: 'centre',
    input: ({ dish }) => ({ dish, draft: plainDish }),
  },
  'canteen.services': anybody(() => ({ from: '2026-11-21', to: '2026-11-27' })),
  'canteen.saveService': inJing(({ dish }) => ({
    draft: lunch({ [dish]: 5 }, { day: '2026-11-29', node: places.jing }),
  })),
  'canteen.publishService': inJing(ofMeal),
  'canteen.copyWeek': anybody(() => ({ from: '2026-11-16', to: '2026-11-30' })),
  'canteen.closeEarly': inJing(ofMeal),
  'canteen.reopenService': inJing(ofMeal),
  'canteen.callOffService': inJing(({ meal }) => ({ service: meal, because: '停水了' })),
  'canteen.setSoldOut': inJing(({ meal, dish }) => ({ service: meal, dish, soldOut: true })),
  'canteen.counterQuote': inJing(({ meal, dish }) => ({ service: meal, lines: oneOf(dish) })),
  'canteen.counterSale': inJing(({ meal, dish }) => ({
    service: meal,
    lines: oneOf(dish),
    paidBy: 'cash',
  })),
  'canteen.queue': inJing(ofMeal),
  'canteen.serve': inJing(({ meal, order }) => ({ service: meal, order })),
  'canteen.markPaid': inJing(({ order }) => ({ order, paidBy: 'cash' })),
  'canteen.paidOrders': inJing(ofMeal),
  'canteen.refund': inJing(({ order }) => ({ order, amount: 1, because: '少了一个菜' })),
  'canteen.settleByHand': inJing(({ order }) => ({
    order,
    refund: null,
    paidBy: 'cash',
    because: '当面退了',
  })),
  'canteen.kitchenSheet': inJing(ofMeal),
  // Who lives here may carry meals; doors and phones are seen by those who carry this one.
  'canteen.deliveries': anybody(ofMeal, ['NotAllowed']),
  'canteen.settlement': { at: 'centre', input: () => ({ month: '2026-10' }) },
  'canteen.exportSettlement': { at: 'centre', input: () => ({ month: '2026-10' }) },
  'canteen.closeMonth': {
    at: 'centre',
    input: () => ({ month: '2026-10', as: 'centre' }),
    but: ['canteenStaff'],
  },
  'canteen.priceRules': { at: 'centre', input: nothing },
  'canteen.savePriceRule': {
    at: 'centre',
    input: () => ({
      rule: { from: '2027-01-01', bands: [{ fromAge: 60, percent: 80, hours: 0 }], cap: 3000 },
    }),
  },
  'canteen.operator': { at: 'centre', input: nothing },
  'canteen.saveOperator': {
    at: 'centre',
    input: () => ({
      operator: {
        name: '荷香餐饮',
        licence: 'JY24101000000001',
        licencePhoto: null,
        halal: false,
        phone: null,
        merchant: null,
      },
    }),
  },

  'errands.menu': anybody(),
  'errands.orderer': anybody(),
  'errands.order': anybody(({ help: kind }) => ({
    kind,
    what: '读一封信',
    day: '2026-11-28',
    part: 'morning',
  })),
  'errands.mine': anybody(),
  // An errand is found by whose it is, and by who does it.
  'errands.cancel': anybody(ofErrand, ['NotFound']),
  'errands.confirm': anybody((things) => ({ ...ofErrand(things), came: false }), ['NotFound']),
  'errands.open': anybody(),
  'errands.mayHelp': anybody(),
  'errands.myErrands': anybody(),
  'errands.toDo': anybody(ofErrand, ['NotFound']),
  // Forty at once change one errand.
  'errands.accept': anybody(ofErrand, ['TryAgain']),
  'errands.decline': anybody(ofErrand, ['NotFound', 'TryAgain']),
  'errands.setOff': anybody(ofErrand),
  'errands.finish': anybody((things) => ({ ...ofErrand(things), there: false })),
  'errands.listForStaff': anybody(),
  'errands.candidates': inJing(ofErrand),
  'errands.ask': inJing(({ errand, person }) => ({ errand, person, saidYes: false })),
  'errands.contact': inJing(({ errand, person }) => ({ errand, person })),
  'errands.takeOff': inJing(({ errand, person }) => ({ errand, person })),
  'errands.report': inJing(({ errand, person }) => ({ errand, person, there: false })),
  'errands.settle': inJing((things) => ({ ...ofErrand(things), note: '问过了' })),
  'errands.kindsForStaff': anybody(),
  'errands.saveKind': inJing(({ help: kind }) => ({ kind, draft: help })),

  'surveys.list': anybody(),
  'surveys.given': anybody(({ survey }) => ({ surveys: [survey] })),
  'surveys.survey': anybody(ofSurvey),
  'surveys.answer': anybody((things) => ({ ...ofSurvey(things), version: 1, answers: {} })),
  'surveys.released': anybody(ofSurvey, ['NotFound']),
  'surveys.listForStaff': anybody(),
  'surveys.draft': inJing(ofSurvey),
  'surveys.saveDraft': inJing((things) => ({ ...ofSurvey(things), rev: 1, draft: asking() })),
  'surveys.publish': inJing((things) => ({ ...ofSurvey(things), rev: 1 })),
  'surveys.close': inJing(ofSurvey),
  'surveys.door': inJing(ofSurvey),
  'surveys.doorList': inJing(ofSurvey),
  'surveys.answerAtDoor': inJing((things) => ({
    ...ofSurvey(things),
    of: { kind: 'person', person: things.person },
    version: 1,
    answers: {},
  })),
  'surveys.visit': inJing((things) => ({
    ...ofSurvey(things),
    of: { kind: 'person', person: things.person },
    outcome: 'later',
  })),
  'surveys.results': inJing(ofSurvey),
  'surveys.texts': inJing((things) => ({ ...ofSurvey(things), question: 'q1' })),
  'surveys.release': inJing((things) => ({ ...ofSurvey(things), released: true, words: '' })),
  'surveys.exportResults': inJing(ofSurvey),
  'proposals.wishes': anybody(),
  'proposals.wish': anybody(ofWish),
  'proposals.myWishes': anybody(),
  'proposals.writeWish': anybody(() => ({
    words: '想要一把伞',
    category: 'living',
    forWhom: 'elder',
  })),
  // Found by whose it is, or by who has it.
  'proposals.withdrawWish': anybody(ofWish, ['NotFound']),
  'proposals.claimWish': anybody(ofWish, ['TryAgain', 'NotFound']),
  'proposals.giveBackWish': anybody(ofWish, ['TryAgain', 'NotFound']),
  'proposals.fulfilWish': anybody(
    (things) => ({ ...ofWish(things), note: '送到了' }),
    ['TryAgain', 'NotFound'],
  ),
  'proposals.confirmWish': anybody((things) => ({ ...ofWish(things), came: true }), ['NotFound']),
  'proposals.proposals': anybody(),
  'proposals.proposal': anybody(ofProposal),
  'proposals.myProposals': anybody(),
  'proposals.writeProposal': anybody(() => ({
    title: '修路灯',
    words: '晚上太黑',
    about: 'building',
    category: 'facilities',
  })),
  'proposals.withdrawProposal': anybody(ofProposal, ['NotFound']),
  'proposals.coSign': anybody(ofProposal),
  'proposals.takeBackSignature': anybody(ofProposal),
  'proposals.meetings': anybody(),
  'proposals.meeting': anybody(ofMeeting),
  'proposals.joinMeeting': anybody(ofMeeting),
  'proposals.leaveMeeting': anybody(ofMeeting),
  'proposals.checkInAtMeeting': anybody(() => ({ code: 'none' })),
  'proposals.myTasks': anybody(),
  'proposals.finishTask': anybody(({ task }) => ({ task, note: '装好了' }), ['NotFound']),
  'proposals.complain': anybody(
    ({ wish }) => ({ of: 'wish', thing: wish, words: '写得不对' }),
    ['NotFound'],
  ),
  'proposals.wishesForStaff': anybody(),
  'proposals.wishForStaff': inJing(ofWish),
  'proposals.decideWish': inJing((things) => ({ ...ofWish(things), because: '写得不清楚' })),
  'proposals.settleWish': inJing((things) => ({ ...ofWish(things), by: 'extend', note: '再等等' })),
  'proposals.readWords': inJing((things) => ({
    ...ofWish(things),
    ...{ which: 'note', words: '送去了', publish: true },
  })),
  'proposals.judgePhoto': {
    at: 'jing',
    input: ({ wish }) => ({ of: 'wish', thing: wish, photo: 'dl_mcnone', through: true }),
    behind: ['NotFound'],
  },
  'proposals.mergeWishes': inJing(({ wish }) => ({
    wishes: [wish, wish],
    ...{ title: '合起来', words: '几家都想', node: places.jing, category: 'living' },
  })),
  'proposals.undoMerge': inJing((things) => ({ ...ofProposal(things), because: '合错了' })),
  'proposals.proposalsForStaff': anybody(),
  'proposals.proposalForStaff': anybody(ofProposal),
  'proposals.decideProposal': inJing((things) => ({ ...ofProposal(things), publish: true })),
  'proposals.answerProposal': inJing((things) => ({ ...ofProposal(things), words: '下个月修' })),
  'proposals.coSignOnPaper': inJing(({ proposal, person }) => ({
    ...{ proposal, person, form: 'cloud://none.none/none.png' },
  })),
  'proposals.meetingsForStaff': anybody(),
  'proposals.meetingForStaff': inJing(ofMeeting),
  'proposals.saveMeeting': inJing((things) => ({ draft: council(things) })),
  'proposals.callOffMeeting': inJing((things) => ({ ...ofMeeting(things), because: '下大雪' })),
  'proposals.meetingCode': inJing(ofMeeting),
  'proposals.tickAtMeeting': inJing(({ meeting, person }) => ({ meeting, person, came: true })),
  'proposals.writeMinutes': inJing((things) => ({
    ...ofMeeting(things),
    ...{ rev: 0, words: '都同意', decisions: [] },
  })),
  'proposals.addTask': inJing(({ meeting, person }) => ({
    ...{ meeting, person, item: 'item-0', what: '联系电工', due: '2026-12-20' },
  })),
  'proposals.tasksForStaff': anybody(),
  'proposals.settleTask': inJing(({ task }) => ({ task, done: true, note: '装好了' })),
  'proposals.complaintsForStaff': anybody(),
  'proposals.answerComplaint': inJing(({ complaint }) => ({
    ...{ complaint, hide: false, answer: '看过了' },
  })),
  'proposals.settings': anybody(),
  'proposals.saveSettings': {
    at: 'centre',
    input: () => ({
      rev: 0,
      settings: { threshold: 20, answerDays: 10, collectDays: 60, wishDays: 30 },
    }),
  },
  'feedback.categories': anybody(),
  'feedback.submit': anybody(() => ({
    category: 'dl_fk-lamp',
    text: '路灯坏了',
    place: { node: places.jing3, where: '' },
  })),
  'feedback.mine': anybody(),
  // A case is found by who follows it.
  'feedback.show': anybody(({ voice }) => ({ case: voice }), ['NotFound']),
  'feedback.staffAround': anybody(),
  'feedback.similar': anybody(() => ({
    category: 'dl_fk-lamp',
    place: { node: places.jing3, where: '' },
  })),
  // Forty at once change one case.
  'feedback.join': anybody(({ voice }) => ({ case: voice }), ['TryAgain']),
  'feedback.leaveJoin': anybody(({ voice }) => ({ case: voice }), ['TryAgain']),
  'feedback.edit': anybody(({ voice }) => ({ case: voice, words: '两盏' }), ['NotFound']),
  'feedback.answer': anybody(({ voice }) => ({ case: voice, words: '左边' }), ['NotFound']),
  'feedback.withdraw': anybody(({ voice }) => ({ case: voice }), ['NotFound']),
  'feedback.comes': anybody(({ voice }) => ({ case: voice, comes: true }), ['NotFound']),
  'feedback.confirm': anybody(({ voice }) => ({ case: voice, stars: 5, words: '' }), ['NotFound']),
  'feedback.reopen': anybody(({ voice }) => ({ case: voice, words: '没有' }), ['NotFound']),
  'feedback.cases': anybody(() => ({ view: 'active' })),
  'feedback.caseForStaff': inJing(({ voice }) => ({ case: voice })),
  'feedback.take': inJing(({ voice }) => ({ case: voice, rev: 1 })),
  'feedback.byBuilding': anybody(),
  'feedback.colleagues': anybody(({ voice }) => ({ cases: [voice] })),
  'feedback.alike': inJing(ofVoice),
  'feedback.handOver': inJing((things) => ({
    ...stepOf(things),
    ...{ to: { way: 'above' }, words: '' },
  })),
  'feedback.handOverSeveral': anybody(({ voice, person }) => ({
    ...{ cases: [voice], to: person, words: '' },
  })),
  'feedback.askBack': inJing((things) => ({ ...stepOf(things), words: '哪一盏？' })),
  'feedback.note': inJing((things) => ({ ...stepOf(things), words: '看过了', inside: true })),
  'feedback.refer': inJing((things) => ({ ...stepOf(things), words: '请修' })),
  'feedback.reply': inJing((things) => ({ ...stepOf(things), day: '2026-11-21', words: '好' })),
  'feedback.invite': inJing((things) => ({
    ...stepOf(things),
    ...{ at: Date.parse('2026-11-25T10:00:00+08:00'), where: '门口', words: '' },
  })),
  'feedback.solve': inJing((things) => ({ ...stepOf(things), words: '修好了' })),
  'feedback.rang': inJing((things) => ({ ...stepOf(things), answer: 'notReached', words: '' })),
  'feedback.refuse': inJing((things) => ({
    ...stepOf(things),
    words: '不归我们',
    turnTo: '12345',
  })),
  'feedback.merge': inJing((things) => ({ ...stepOf(things), into: things.voice })),
  'feedback.unmerge': inJing(stepOf),
  'feedback.split': inJing((things) => ({
    ...stepOf(things),
    parts: [
      { category: 'dl_fk-lamp', words: '灯' },
      { category: 'dl_fk-road', words: '路' },
    ],
  })),
  'feedback.correct': inJing((things) => ({ ...stepOf(things), words: '' })),
  'feedback.transcribe': inJing((things) => ({ ...stepOf(things), said: '灯坏了' })),
  'feedback.release': inJing((things) => ({ ...stepOf(things), through: true, words: '' })),
  'feedback.settlePicture': {
    at: 'jing',
    input: ({ voice }) => ({ case: voice, picture: 'dl_none', through: true }),
    behind: ['NotFound'],
  },
  'feedback.answerTemplates': anybody(),
  'feedback.saveAnswerTemplate': anybody(() => ({
    ...{ rev: 0, template: null, name: '好了', words: '好了', retired: false },
  })),
  'feedback.flows': anybody(),
  'feedback.saveFlow': atCentre(() => ({
    ...{ rev: 0, category: null },
    draft: {
      ...{ name: '电梯', example: '', sealed: false, startsAt: 'grid', grid: { hours: 4 } },
      ...{ community: null, street: null, outside: null, department: null },
      ...{ retired: false, order: 30 },
    },
  })),
  'feedback.sealedCases': anybody(() => ({ view: 'active' })),
  'feedback.mediatorsFor': inJing(({ secret }) => ({ case: secret })),
  'feedback.takeSealed': inJing(({ secret }) => ({ case: secret })),
  'feedback.sealedCase': inJing(({ secret }) => ({ case: secret })),
  'feedback.sealedStep': inJing(({ secret }) => ({
    ...{ case: secret, rev: 1, kind: 'visit', record: '去过了' },
  })),
  'feedback.transcribeSealed': inJing((things) => ({
    ...{ case: things.secret, rev: 1, said: '吵得睡不着' },
  })),
  'feedback.solveSealed': inJing(({ secret }) => ({
    ...{ case: secret, rev: 1, record: '', told: '说好了' },
  })),
  'feedback.rangSealed': inJing(({ secret }) => ({
    ...{ case: secret, rev: 1, answer: 'notReached', words: '' },
  })),
  'feedback.handSealedOver': inJing(({ secret, person }) => ({
    ...{ case: secret, from: null, to: person },
  })),
  'feedback.openIdentity': {
    at: 'centre',
    input: ({ voice }) => ({ case: voice, reason: 'danger', words: '有人受伤' }),
  },
  'feedback.dashboard': anybody(() => ({ from: '2026-11-01', to: '2026-11-21' })),
  'feedback.board': anybody(),
  'feedback.boardDraft': inJing(({ voice }) => ({ case: voice })),
  'feedback.publish': inJing(({ voice }) => ({
    case: voice,
    draft: { title: '灯亮了', words: '换了灯泡', place: 'none', before: null, after: null },
  })),
  'feedback.unpublish': inJing(({ voice }) => ({ case: voice })),
  // It is about something that was taken down.
  'feedback.complain': anybody(
    ({ voice }) => ({ about: { kind: 'board', id: voice }, because: '不该写' }),
    ['NotFound'],
  ),
  'feedback.complaints': anybody(() => ({ view: 'open' })),
  'feedback.complaint': inJing(({ boardComplaint }) => ({ complaint: boardComplaint })),
  'feedback.settleComplaint': inJing(({ boardComplaint }) => ({
    ...{ complaint: boardComplaint, hide: false, words: '' },
  })),

  'haircuts.schedule': anybody(),
  'haircuts.book': anybody(ofSession),
  // Forty at once change one session.
  'haircuts.cancel': anybody(ofSession, ['TryAgain']),
  'haircuts.choose': anybody(({ session }) => ({ session, choice: 'waitToday' })),
  'haircuts.mine': anybody(),
  'haircuts.askHomeVisit': anybody(() => ({ note: '上午在家', cannotWalk: true })),
  'haircuts.cancelHomeVisit': anybody(({ visit }) => ({ visit }), ['NotFound']),
  'haircuts.myHomeVisits': anybody(),
  'haircuts.rule': inJing(nothing),
  'haircuts.saveRule': inJing(() => ({ rev: 900, rule: haircuts16th })),
  'haircuts.previewRule': inJing(() => ({ rule: haircuts16th })),
  'haircuts.queue': inJing(ofSession),
  'haircuts.walkIn': inJing(({ session }) => ({ session, name: '路过的' })),
  'haircuts.arrive': inJing(ofTicket),
  'haircuts.callNext': inJing(ofSession),
  'haircuts.finish': inJing(ofTicket),
  'haircuts.noShow': inJing(ofTicket),
  'haircuts.backInLine': inJing(ofTicket),
  'haircuts.board': inJing(nothing),
  'haircuts.homeVisits': anybody(() => ({ state: 'asked' })),
  'haircuts.planHomeVisit': inJing(({ visit }) => ({
    visit,
    on: '2026-11-28',
    barbers: [staffId('o-resident'), staffId(staffOf.jingWorker)],
  })),
  'haircuts.finishHomeVisit': inJing(({ visit }) => ({ visit })),

  'volunteers.myStanding': anybody(),
  'volunteers.register': anybody(() => ({
    registration: {
      skills: ['reading'],
      wishes: '',
      free: [],
      listed: false,
      contact: false,
      honours: false,
    },
    adult: true,
    policy,
  })),
  'volunteers.resign': anybody(),
  'volunteers.teams': anybody(),
  // A team is found by its id; forty at once change one.
  'volunteers.joinTeam': anybody(({ team }) => ({ team, join: true }), ['TryAgain']),
  'volunteers.saveTeam': inJing(() => ({
    draft: { name: '巡逻队', about: '', node: places.jing, most: 100, open: true, leader: null },
  })),
  'volunteers.teamMembers': inJing(({ team }) => ({ team })),
  'volunteers.levels': anybody(),
  'volunteers.saveLevels': {
    at: 'centre',
    input: () => ({ steps: [{ name: '一星', minutes: 6000, trainings: 1 }] }),
  },
  'volunteers.recordTraining': inJing(({ person }) => ({
    person,
    what: '急救',
    day: '2026-11-20',
  })),
  'volunteers.removeTraining': inJing(({ person }) => ({ person, training: 'dl_vlnothing' })),
  'volunteers.talents': anybody(),
  'volunteers.revealContact': inJing(({ person }) => ({ person, because: '邻居家灯坏了' })),
  'shop.shelf': anybody(),
  'shop.goodsOnShelf': anybody(({ goods }) => ({ goods })),
  'shop.mine': anybody(),
  'shop.order': anybody((things) => ({ ...ofGoods(things), expected: 30 })),
  // An order is found by whose it is.
  'shop.cancelOrder': anybody(ofShopOrder, ['NotFound']),
  'shop.askPurchase': anybody(() => ({ what: '电池', most: null })),
  'shop.cancelPurchase': anybody(ofPurchase, ['NotFound']),
  'shop.myPurchases': anybody(),
  'shop.statements': anybody(),
  'shop.goodsForStaff': atCentre(),
  // Several at once change one document.
  'shop.saveGoods': atCentre(({ goods }) => ({ goods, draft: goodsDraft() }), ['TryAgain']),
  'shop.saveShopAbout': atCentre(() => ({
    edition: 0,
    about: { placeName: '中心一楼', opens: '', charity: null },
  })),
  'shop.takeIn': atCentre(ofGoods),
  'shop.receipt': atCentre(({ gift }) => ({ entry: gift })),
  'shop.customer': atCentre(ofPerson),
  'shop.sell': atCentre((things) => ({ ...ofGoods(things), expected: 2500 })),
  'shop.handOut': atCentre((things) => ({
    ...ofGoods(things),
    ...ofPerson(things),
    as: 'handOut',
    because: '断粮',
  })),
  'shop.lentOut': atCentre(),
  'shop.takeBack': atCentre(({ sale }) => ({ entry: sale, quantity: 1 })),
  'shop.redeem': atCentre((things) => ({
    ...ofGoods(things),
    ...ofPerson(things),
    expected: 30,
  })),
  'shop.ordersToHandOver': atCentre(),
  'shop.handOver': atCentre(ofShopOrder),
  'shop.reverse': atCentre(({ sale }) => ({ entry: sale, because: '退货' })),
  'shop.ledger': atCentre(),
  'shop.askAid': inJing((things) => ({
    ...ofGoods(things),
    ...ofPerson(things),
    because: '断粮',
  })),
  'shop.decideAid': inJing(({ aid }) => ({ aid, approve: false, answer: '先问民政' })),
  'shop.giveAid': atCentre(({ aid }) => ({ aid })),
  'shop.aidRequests': anybody(),
  'shop.goodsToPick': anybody(),
  'shop.purchases': atCentre(),
  'shop.markBought': atCentre((things) => ({ ...ofPurchase(things), fen: 100 })),
  'shop.giveUpPurchase': atCentre((things) => ({ ...ofPurchase(things), because: '没有货' })),
  'shop.handOverPurchase': atCentre((things) => ({ ...ofPurchase(things), expected: 100 })),
  'shop.startStocktaking': atCentre(),
  'shop.stocktaking': atCentre(),
  'shop.countGoods': atCentre(
    ({ stocktaking, goods }) => ({
      stocktaking,
      goods,
      counted: 5,
      countedAt: Date.parse(saturday),
    }),
    ['TryAgain'],
  ),
  'shop.stocktakingLines': atCentre(ofCount),
  'shop.closeStocktaking': atCentre(ofCount),
  'shop.dropStocktaking': atCentre(ofCount),
  'shop.statement': atCentre(() => ({ month: '2026-10' })),
  'shop.publishStatement': atCentre(() => ({ month: '2026-10' }), ['TryAgain']),

  'volunteers.listShifts': anybody(),
  'volunteers.confirmShift': anybody(ofShift),
  'volunteers.withdrawFromShift': anybody(ofShift),
  'volunteers.myHours': anybody(),
  'volunteers.saveShift': inJing(() => ({
    kind: 'canteenHelper',
    title: '帮厨',
    placeName: '餐厅',
    node: places.jing,
    startsAt: Date.parse(saturday) + 86_400_000,
    endsAt: Date.parse(saturday) + 90_000_000,
    needed: 2,
  })),
  'volunteers.callOffShift': inJing(({ shift }) => ({ shift, because: '下雨' })),
  'volunteers.shiftsForStaff': anybody(),
  'volunteers.shiftRoster': inJing(ofShift),
  'volunteers.putOnShift': inJing(({ shift, person }) => ({ shift, person })),
  'volunteers.takeOffShift': inJing(({ shift, person }) => ({ shift, person })),
  'volunteers.setLeader': inJing(({ shift }) => ({ shift, person: null })),
  'volunteers.posts': anybody(),
  'volunteers.savePost': inJing(() => ({ rev: 900, draft: crossing })),
  'volunteers.previewPost': inJing(() => ({ draft: crossing })),
  'volunteers.offerSwap': anybody(({ shift }) => ({ shift, offer: true })),
  'volunteers.takeSwap': anybody(({ shift, person }) => ({ shift, from: person })),
  'volunteers.swaps': anybody(),
  'volunteers.answerSwap': inJing(({ shift, person }) => ({ shift, from: person, agree: true })),
  'volunteers.writeHandOver': anybody(({ shift }) => ({ shift, words: '路灯坏了' })),
  'volunteers.onDuty': anybody(),
  'volunteers.enterHours': inJing(({ person }) => ({
    person,
    day: '2026-11-20',
    minutes: 60,
    what: '帮厨',
  })),
  'volunteers.correctHours': inJing(({ hours }) => ({ entry: hours, minutes: -30, what: '理发' })),
  'volunteers.confirmHours': inJing(({ hours }) => ({ entry: hours })),
  'volunteers.refuseHours': inJing(({ hours }) => ({ entry: hours, because: '没有来' })),
  'volunteers.hoursToConfirm': anybody(),
  'volunteers.hoursOf': inJing(ofPerson),
  'volunteers.shiftCode': inJing(ofShift),
  'volunteers.checkIn': anybody(() => ({ code: 'not-ours', leaving: false })),
  'volunteers.tick': anybody(({ shift, person }) => ({ shift, person, leaving: false })),
  'volunteers.leadShift': anybody(ofShift),
  'volunteers.confirmAsLeader': anybody(ofShift),
  'volunteers.confirmShiftHours': inJing(ofShift),
  'volunteers.myPoints': anybody(),
  'volunteers.pointRules': { at: 'centre', input: () => ({}) },
  'volunteers.savePointRule': {
    at: 'centre',
    input: () => ({ rule: { from: '2027-01-01', perHour: 12, kinds: [] } }),
  },

  'honours.honours': anybody(),
  'honours.honoursForStaff': anybody(),
  'honours.saveHonour': inJing(({ person }) => ({
    person,
    rev: 0,
    words: '每周三来帮厨',
    photo: null,
    show: true,
  })),
  'honours.ranking': anybody(),
  'honours.toThank': anybody(),
  'honours.whomToThank': anybody(({ shift }) => ({ for: { kind: 'shift', id: shift } })),
  'honours.thank': anybody(({ shift, person }) => ({
    to: person,
    for: { kind: 'shift', id: shift },
    words: '谢谢您',
  })),
  'honours.myThanks': anybody(),
  'honours.thanksToRead': anybody(),
  'honours.takeThanksDown': inJing(({ thanks }) => ({ thanks })),
  'honours.answerThanks': inJing(({ thanks }) => ({ thanks, publish: false, because: '有电话' })),
  'honours.certify': anybody(() => ({ kind: 'hours', from: '2026-01-01', to: '2026-11-21' })),
  'honours.myCertificates': anybody(),
  'honours.certificate': anybody(() => ({ certificate: 'dl_z-none' }), ['NotFound']),
  'honours.certificateFile': anybody(() => ({ certificate: 'dl_z-none' }), ['NotFound']),
  'honours.checkCertificate': anybody(() => ({ code: 'aaaabbbbcccc' })),
  'honours.exportRecords': {
    at: 'centre',
    input: () => ({ from: '2026-11-01', to: '2026-11-21' }),
  },

  'centre.today': anybody(),
  'centre.about': anybody(),
  'centre.settings': { at: 'centre', input: () => ({}) },
  'centre.saveSettings': { at: 'centre', input: () => ({ templates: [] }) },
  'centre.saveAbout': {
    at: 'centre',
    input: () => ({
      about: {
        name: '党群服务中心',
        about: '',
        phone: null,
        opens: '08:30',
        closes: '17:00',
        points: [],
      },
    }),
  },
  'centre.open': anybody(() => ({
    name: '又一个',
    adminName: '某人',
    setupCode: 'wrong-setup-code',
    policy,
  })),
  'centre.list': anybody(),
  'centre.issueDisplay': inJing(({ activity }) => ({ shows: 'checkIn', thing: activity })),
  'centre.listDisplays': anybody(),
  'centre.revokeDisplay': inJing(({ display }) => ({ display })),
  'centre.auditLog': { at: 'centre', input: nothing },
  // Who lives here may ask; the purposes there are so far are for staff.
  'centre.uploadTicket': anybody(
    () => ({ purpose: 'activityPhoto', ending: 'jpg', bytes: 1000 }),
    ['NotAllowed'],
  ),
  'centre.makePrintout': anybody(() => ({
    printout: {
      title: '名单',
      notes: [],
      tables: [{ title: null, columns: ['姓名'], rows: [['王大爷']] }],
    },
  })),
  'centre.reportError': anybody(() => ({
    page: 'pages/today',
    name: 'TypeError',
    place: 'a.js:1',
    version: 1,
  })),

  'notices.mine': anybody(),
  'notices.markRead': anybody(() => ({ notices: [] })),
  'notices.templates': anybody(),
  'notices.recordConsent': anybody(() => ({ answers: [] })),
  'notices.callList': anybody(),
  'notices.recordCall': inJing(({ call }) => ({ call, outcome: 'noAnswer' })),

  'residents.me': anybody(),
  'residents.signIn': anybody(() => ({ name: '来访者', policy })),
  'residents.updateProfile': anybody(() => ({ emergencyContact: null })),
  'residents.bindPhone': anybody(() => ({ code: 'never-given' })),
  'residents.addDependant': anybody(() => ({ name: '家人', relation: 'other', consent: 'spoken' })),
  'residents.removeDependant': anybody(({ person }) => ({ dependant: person })),
  'residents.askToAct': anybody(({ card }) => ({ card, relation: 'other' })),
  'residents.answerActor': anybody(({ person }) => ({ actor: person, allow: false })),
  'residents.endActing': anybody(({ person }) => ({ actor: person })),
  'residents.allowActor': inJing(({ person }) => ({
    person,
    actor: staffId('o-resident'),
    relation: 'other',
    consent: 'spoken',
  })),
  'residents.memberCode': anybody(),
  'residents.renewMemberCode': anybody(),
  'residents.takeOverRecord': anybody(() => ({
    card: 'dl_mnone',
    name: '谁',
    birthDate: '1950-01-01',
    policy,
  })),
  'residents.consents': anybody(),
  'residents.giveConsent': anybody(() => ({ purpose: 'photos', version: policy })),
  'residents.withdrawConsent': anybody(() => ({ consent: 'dl_knone' }), ['NotFound']),
  'residents.exportMyData': anybody(),
  'residents.deleteMyAccount': anybody(),
  'residents.keepMyAccount': anybody(),
  'residents.listPlaces': anybody(),
  'residents.findPeople': anybody(() => ({ text: '李' })),
  'residents.personByCard': anybody(({ card }) => ({ card })),
  'residents.getPerson': inJing(ofPerson),
  'projects.list': anybody(),
  'projects.get': anybody(ofProject, ['NotFound']),
  'projects.statement': anybody(ofProject, ['NotFound']),
  'projects.listForStaff': anybody(),
  'projects.getForStaff': inJing(ofProject),
  'projects.colleagues': inJing(() => ({ node: places.jing })),
  'projects.save': inJing(() => ({ draft: projectDraft() })),
  'projects.saveMilestone': inJing(({ project, milestone }) => ({
    ...{ project, milestone, name: '装灯', due: '2026-12-20' },
  })),
  'projects.removeMilestone': inJing(({ project }) => ({ project, milestone: 'dl_msnone' })),
  'projects.report': inJing(({ project, milestone }) => ({
    ...{ project, milestone, done: false, note: '', before: [], after: [] },
  })),
  'projects.letPhoto': inJing(({ project }) => ({ project, photo: 'cloud://none', through: true })),
  'projects.end': inJing(ofProject),
  'projects.startFund': inJing(({ project }) => ({ project, rule: fundRule() })),
  'projects.recordDonation': inJing(({ project }) => ({
    ...{ project, named: false, fen: 100, day: '2026-11-20', how: 'cash', receiptNo: '1' },
  })),
  'projects.recordExpense': inJing(({ project }) => ({
    ...{ project, what: '灯', fen: 1, day: '2026-11-20', receiptNo: '1' },
  })),
  'projects.reverse': inJing(({ project, fundLine: line }) => ({
    ...{ project, line, because: '记错了' },
  })),
  'projects.ledger': inJing(ofProject),
  'projects.exportStatement': inJing(ofProject),

  'votes.list': anybody(),
  'votes.voted': anybody(({ vote }) => ({ votes: [vote] })),
  'votes.get': anybody(ofVote, ['NotFound']),
  'votes.cast': anybody((things) => ({ ...ofVote(things), choice: 0 }), ['NotFound']),
  'votes.ballots': anybody(ofVote, ['NotFound']),
  'votes.answerAsOwner': anybody((things) => ({ ...ofOwner(things), answer: 'agree' })),
  'votes.preview': inJing(() => ({ node: places.jing })),
  'votes.open': inJing(() => ({ draft: voteDraft() })),
  'votes.listForStaff': anybody(),
  'votes.turnout': inJing(ofVote),
  'votes.notVoted': anybody(ofVote),
  'votes.enterPaper': inJing(({ vote, person }) => ({
    ...{ vote, person, choice: 0, photo: 'cloud://none' },
  })),
  'votes.papersToCheck': anybody(ofVote),
  'votes.checkPaper': inJing(({ vote, ballot }) => ({ vote, ballot, right: true })),
  'votes.remind': inJing(ofVote),
  'votes.callOff': inJing((things) => ({ ...ofVote(things), because: '改日子' })),
  'votes.openCount': inJing(() => ({ draft: countDraft() })),
  'votes.ownersCount': inJing(ofCountOf),
  'votes.saveOwners': inJing((things) => ({
    ...ofCountOf(things),
    owners: [{ unit: '1-101', name: '李秀英', area: 8950 }],
  })),
  'votes.removeOwner': inJing((things) => ({ ...ofCountOf(things), owner: 'dl_ownone' })),
  'votes.linkOwner': inJing((things) => ({ ...ofOwner(things), person: null })),
  'votes.startCount': inJing(ofCountOf),
  'votes.enterAnswer': inJing((things) => ({
    ...{ ...ofOwner(things), answer: 'agree', photo: 'cloud://none' },
  })),

  'residents.registerPerson': inJing(() => ({ name: '新来的', home: jingHome('1401') })),
  'residents.verifyResidency': inJing(({ person }) => ({
    person,
    basis: 'tenancy',
    document: 'lease',
    birthDate: '1942-03-01',
    home: jingHome(),
    until: '2027-01-01',
  })),
  'residents.revokeVerification': inJing(({ person }) => ({ person, reason: '搬走了' })),
  'residents.deleteAccountFor': inJing(({ twin }) => ({ person: twin, wish: 'spoken' })),
  'residents.keepAccountFor': inJing(({ twin }) => ({ person: twin })),
  'residents.issueCard': inJing(({ twin }) => ({ person: twin })),
  'residents.revokeCard': inJing(({ person }) => ({ person, card: 'dl_mnone' })),
  'residents.listDoubles': anybody(),
  'residents.mergePeople': inJing(({ person, twin }) => ({ keep: person, merge: twin })),
  'residents.dismissDouble': inJing(({ double }) => ({ double })),
  'residents.setTag': inJing(({ person }) => ({ person, tag: 'veteran' })),
  'residents.removeTag': inJing(({ person }) => ({ person, tag: 'veteran' })),
  'residents.listNodes': inJing(() => ({ under: places.jing })),
  'residents.saveNode': inJing(() => ({ kind: 'grid', parent: places.jing, name: '新网格' })),
  'residents.setOwner': inJing(() => ({ node: places.jing12, owner: null, deputy: null })),
  // A grid worker who is not the owner sends nobody away.
  'residents.setAway': {
    ...inJing(() => ({ node: places.jing12, until: null })),
    but: ['gridWorker'],
  },
  'residents.listRoles': inJing(() => ({ node: places.jing })),
  'residents.grantRole': inJing(() => ({
    person: staffId('o-resident'),
    role: 'volunteer',
    node: places.jing12,
  })),
  'residents.revokeRole': inJing(() => ({
    person: staffId('o-resident'),
    role: 'volunteer',
    node: places.jing12,
  })),
}

const inside = { jing: places.jing, centre: places.centre, anywhere: places.jing }
const outside = { jing: places.chun, centre: places.jing, anywhere: places.chun }

const roleAt = (role: StaffRole, node: string) => `o-${role}-at-${node}`

const everyMember: Member[] = [
  { openid: 'o-resident', name: '居民' },
  ...[places.centre, places.jing, places.chun].flatMap((node) =>
    staffRoles.map((role) => ({ openid: roleAt(role, node), name: role, role, node })),
  ),
]

const closed = ['NotSignedIn', 'NotAllowed', 'NotFound', 'InvalidInput', 'TryAgain', 'Internal']

describe('who may call what', () => {
  let cloud: TestCloud
  let things: Things

  beforeAll(async () => {
    cloud = await startCentre()
    await seedCentre(cloud, 'ot')
    await seedMembers(cloud, everyMember)
    // Who administers the other centre only, one for each procedure: `signIn` would make one known here.
    await seedMembers(
      cloud,
      everyProcedure.map(({ name }) => ({
        openid: `o-ot-${name}`,
        name: '别处的主任',
        role: 'admin',
        node: places.centre,
      })),
      'ot',
    )
    const worker = as(cloud, residents, staffOf.jingWorker)
    const register = () =>
      worker('registerPerson', { name: '李奶奶', birthDate: '1942-03-01', home: jingHome() })
    const [{ id: person }, { id: twin }] = [await register(), await register()]
    const { card } = await worker('issueCard', { person })
    const jing = as(cloud, activities, staffOf.jingStaff)
    const { activity } = await jing('publish', draft())
    const { activity: called } = await jing('publish', draft())
    const display = await as(
      cloud,
      centreContract,
      staffOf.jingStaff,
    )('issueDisplay', {
      shows: 'checkIn',
      thing: activity,
    })
    const { items } = await as(cloud, residents, staffOf.jingStaff)('listDoubles', {})
    const call = 'dl_n-call'
    const due = Date.parse(saturday) + 24 * 3_600_000
    await cloud.admin.collection('outbox').add([
      {
        _id: call,
        centre: dl,
        v: 1,
        event: 'activityWithdrawn',
        to: person,
        about: person,
        aboutName: '李奶奶',
        told: [person],
        thing: null,
        data: {},
        at: Date.parse(saturday),
        due,
        urgent: false,
        channel: 'call',
        state: 'calling',
        tries: 0,
        notBefore: due,
        readAt: null,
        call: {
          path: [places.centre, places.jing],
          outcome: null,
          by: null,
          byName: null,
          at: null,
          keys: [],
          raisedTo: null,
        },
      },
    ])
    const kitchen = as(cloud, canteen, roleAt('canteenStaff', places.centre))
    const { id: dish } = await kitchen('saveDish', { draft: plainDish })
    const { service: meal } = await kitchen('saveService', {
      draft: lunch({ [dish]: 200 }, { day: '2026-11-23', node: places.jing }),
      publish: true,
    })
    const { order } = await as(
      cloud,
      canteen,
      'o-resident',
    )('placeOrder', {
      service: meal,
      lines: oneOf(dish),
      kind: 'eatIn',
      pay: 'counter',
    })
    const square = as(cloud, haircuts, staffOf.jingStaff)
    await square('saveRule', { rev: 0, rule: haircuts16th })
    await cloud.timer('jobs')
    const { sessions } = await as(cloud, haircuts, 'o-resident')('schedule', {})
    const session = sessions[0]!.id
    const { id: ticket } = await as(
      cloud,
      haircuts,
      staffOf.jingWorker,
    )('book', { forResident: person, session })
    const { shift } = await square('queue', { session })
    await worker('verifyResidency', {
      person,
      basis: 'tenancy',
      document: 'lease',
      birthDate: '1942-03-01',
      home: jingHome(),
      until: '2027-11-20',
    })
    const { id: visit } = await as(
      cloud,
      haircuts,
      staffOf.jingWorker,
    )('askHomeVisit', { forResident: person, note: '上午在家', cannotWalk: true })
    const { id: voice } = await as(
      cloud,
      feedback,
      staffOf.jingWorker,
    )('submit', {
      forResident: person,
      category: 'dl_fk-lamp',
      text: '路灯坏了',
      place: { node: places.jing3, where: '' },
    })
    await as(cloud, feedback, staffOf.jingWorker)('show', { case: voice, forResident: person })
    const { id: secret } = await as(
      cloud,
      feedback,
      staffOf.jingWorker,
    )('submit', {
      forResident: person,
      category: 'dl_fk-dispute',
      text: '跟楼上有矛盾',
      place: { node: places.jing3, where: '' },
    })
    await as(cloud, feedback, staffOf.jingWorker)('show', { case: secret, forResident: person })
    const boardComplaint = 'dl_fxcomplaint'
    await cloud.admin.collection('case_complaints').add([
      {
        ...{ _id: boardComplaint, centre: dl, v: 1, key: 'k', turn: 1, person, because: '不该写' },
        ...{ about: { kind: 'board', id: 'dl_fbgone' }, path: [places.centre, places.jing] },
        entry: null,
        ...{ at: Date.parse(saturday), state: 'open', settled: null },
      },
    ])
    const wisher = as(cloud, proposals, staffOf.jingWorker)
    const council1 = as(cloud, proposals, staffOf.jingStaff)
    const { id: wish } = await wisher('writeWish', {
      ...{ forResident: person, words: '想要一把伞', category: 'living', forWhom: 'elder' },
    })
    await council1('decideWish', { wish, publish: { title: '一把伞', words: '想要一把伞' } })
    const { id: proposal } = await wisher('writeProposal', {
      ...{ forResident: person, title: '修路灯', words: '晚上太黑' },
      ...{ about: 'community', category: 'facilities' },
    })
    await council1('decideProposal', { proposal, publish: true })
    const { id: meeting } = await council1('saveMeeting', { draft: council({ proposal }) })
    const plain = { centre: dl, v: 1, path: pathOf(places.jing), at: 1_790_000_000_000 }
    const task = 'dl_mktask'
    await cloud.admin.collection('meeting_tasks').add([
      {
        ...{ ...plain, _id: task, seq: 0, keys: [], lines: [], news: {}, due: null, meeting },
        ...{ item: 'item-0', what: '联系电工', owner: person, ownerName: '李奶奶', note: null },
        ...{
          day: '2026-12-20',
          state: 'open',
          late: false,
          by: person,
          meetingTitle: '',
          itemTitle: '',
        },
      },
    ])
    const complaint = 'dl_pcone'
    await cloud.admin.collection('proposal_complaints').add([
      {
        ...{ ...plain, _id: complaint, of: 'wish', thing: wish, title: '', person, personName: '' },
        ...{ by: person, words: '写得不对', key: 'k', state: 'waiting', over: false, answer: null },
        ...{ answeredBy: null, answerKey: null, owes: false },
      },
    ])
    const { id: kind } = await as(cloud, errands, staffOf.jingStaff)('saveKind', { draft: help })
    const { id: errand } = await as(
      cloud,
      errands,
      staffOf.jingWorker,
    )('order', {
      forResident: person,
      kind,
      what: '读一封信',
      day: '2026-11-27',
      part: 'morning',
    })
    const survey = await openSurvey(cloud)
    const { id: hours } = await as(
      cloud,
      volunteers,
      staffOf.jingStaff,
    )('enterHours', { person, day: '2026-11-20', minutes: 60, what: '理发' })
    const { id: team } = await as(
      cloud,
      volunteers,
      staffOf.jingStaff,
    )('saveTeam', {
      draft: { name: '护学队', about: '', node: places.jing, most: 100, open: true, leader: null },
    })
    const thanks = 'dl_tkwaiting'
    await cloud.admin.collection('thanks').add([
      {
        ...{ _id: thanks, centre: dl, v: 1, key: 'k', from: person, fromName: '李奶奶' },
        ...{ to: twin, toName: '李奶奶', kind: 'shift', thing: shift, what: '理发' },
        ...{ path: [places.centre, places.jing], words: '谢谢', checked: true, state: 'waiting' },
        ...{
          decidedBy: null,
          wall: null,
          onWall: false,
          because: null,
          answeredBy: null,
          answeredAt: null,
        },
        ...{ owes: false, at: Date.parse(saturday) },
      },
    ])
    const counter = as(cloud, shop, roleAt('keeper', places.centre))
    const { id: goods } = await counter('saveGoods', { draft: goodsDraft() })
    const { entry: gift } = await counter('takeIn', { goods, quantity: 900 })
    const { entry: sale } = await counter('sell', { goods, quantity: 1, expected: 2500 })
    const buyer = staffId('o-resident')
    await give(cloud, buyer, 30)
    const { id: shopOrder } = await as(
      cloud,
      shop,
      'o-resident',
    )('order', { goods, quantity: 1, expected: 30 })
    const { id: purchase } = await as(
      cloud,
      shop,
      'o-resident',
    )('askPurchase', { what: '电池', most: null })
    const { id: aid } = await counter('askAid', { person, goods, quantity: 1, because: '断粮' })
    const { id: stocktaking } = await counter('startStocktaking', {})
    const jingVotes = as(cloud, votes, staffOf.jingStaff)
    const { id: vote } = await jingVotes('open', { draft: voteDraft() })
    const doors = await jingVotes('notVoted', { vote })
    const { id: count } = await jingVotes('openCount', { draft: countDraft() })
    const { owners } = await jingVotes('saveOwners', {
      vote: count,
      owners: [{ unit: '1-101', name: '李秀英', area: 8950 }],
    })
    const jingProjects = as(cloud, projects, staffOf.jingStaff)
    const { id: project } = await jingProjects('save', { draft: projectDraft() })
    const { milestones } = await jingProjects('saveMilestone', {
      ...{ project, name: '装灯', due: '2026-12-20' },
    })
    await jingProjects('startFund', { project, rule: fundRule() })
    await jingProjects('recordDonation', {
      ...{ project, named: false, fen: 1_000_000, day: '2026-11-20', receiptNo: '1' },
      how: 'cash',
    })
    const lines = await jingProjects('ledger', { project })
    things = {
      ...{ vote, count, owner: owners[0]!.id, project },
      ballot: doors.items[0]!.id,
      milestone: milestones[0]!.id,
      fundLine: lines.items[0]!.id,
      thanks,
      ...{ goods, gift, sale, shopOrder, purchase, aid, stocktaking },
      dish,
      meal,
      order: order.id,
      session,
      ticket,
      shift: shift!,
      visit,
      team,
      hours,
      help: kind,
      errand,
      ...{ voice, secret, boardComplaint },
      survey,
      ...{ wish, proposal, meeting, task, complaint },
      person,
      twin,
      card,
      activity,
      called,
      display: display.display,
      double: items[0]!.id,
      call,
    }
  })
  afterAll(() => cloud.stop())

  interface Way {
    centre?: string
    event?: object
  }

  const outcome = async (
    openid: string | null,
    name: string,
    input: object,
    { centre = dl, event = {} }: Way = {},
  ): Promise<string> => {
    const [module = '', procedure = ''] = name.split('.')
    const envelope = await cloud.call<Envelope>(openid, module, {
      ...event,
      procedure,
      centre,
      input: { key: newKey(), ...input },
    })
    return envelope.ok ? 'ok' : envelope.error.code
  }

  /** `open` when the call came past the door, whatever is behind it. */
  const door = async (
    openid: string | null,
    name: string,
    input: object,
    way?: Way,
  ): Promise<string> => {
    const code = await outcome(openid, name, input, way)
    return closed.includes(code) && !table[name]?.behind?.includes(code) ? code : 'open'
  }

  const doors = async (
    name: string,
    callers: readonly (readonly [
      openid: string | null,
      expected: string,
      input?: object,
      way?: Way,
    ])[],
  ) => {
    const input = table[name]!.input(things)
    const answers: { who: string; expected: string; found: string }[] = []
    // One after another: callers at once would each want an instance of their own, which costs more than their calls.
    for (const [openid, expected, other, way] of callers) {
      const found = await door(openid, name, { ...input, ...other }, way)
      answers.push({ who: openid ?? 'nobody', expected, found })
    }
    expect(answers.filter(({ expected, found }) => found !== expected)).toEqual([])
  }

  it('is asked of every procedure, and of none that is gone', () => {
    expect(Object.keys(table).sort()).toEqual(everyProcedure.map(({ name }) => name).sort())
  })

  // A visitor of `signIn` is none afterwards: it comes last.
  const inTurn = [...everyProcedure].sort(
    (a, b) => Number(a.word === 'signIn') - Number(b.word === 'signIn'),
  )

  describe.each(inTurn)('$name', ({ name, declared: { may } }) => {
    const { at, but = [] } = table[name] ?? { at: 'jing' as const }

    it('opens to those the contract names and to nobody else', async () => {
      const signedIn = may.who === 'visitor' || may.who === 'resident' ? 'open' : 'NotAllowed'
      const stranger = may.who === 'visitor' ? 'open' : 'NotSignedIn'
      const roles = may.who === 'staff' || may.who === 'display' ? may.roles : []
      const ofRole = (role: StaffRole) =>
        signedIn === 'open' || (roles.includes(role) && !but.includes(role)) ? 'open' : 'NotAllowed'
      const elsewhere = signedIn === 'open' || at === 'anywhere' ? 'open' : 'NotAllowed'
      await doors(name, [
        [null, 'NotSignedIn'],
        [
          null,
          'NotSignedIn',
          {},
          { event: { Type: 'Timer', TriggerName: 'everyFiveMinutes', Time: 'now' } },
        ],
        [
          null,
          'NotSignedIn',
          {},
          { event: { SOURCE: 'wx_trigger', userInfo: { openId: staffOf.admin } } },
        ],
        [`o-visitor-${name}`, stranger],
        ['o-resident', signedIn],
        // A forged role, sent along, is not read.
        ['o-resident', signedIn, { role: 'admin', roles: ['admin'] }, { event: { role: 'admin' } }],
        ...staffRoles.map((role) => [roleAt(role, inside[at]), ofRole(role)] as const),
        ...roles.map((role) => [roleAt(role, outside[at]), elsewhere] as const),
      ])
    })

    it('knows nobody of another centre', async () => {
      const stranger = may.who === 'visitor' ? 'open' : 'NotSignedIn'
      await doors(name, [[`o-ot-${name}`, stranger]])
    })

    if (may.who === 'resident' && may.forOthers)
      it('is for oneself, one’s own dependants, and staff of the place', async () => {
        const parent = `o-parent-${name}`
        await resident(cloud, parent, '家长')
        const child = await as(
          cloud,
          residents,
          parent,
        )('addDependant', {
          name: '孩子',
          relation: 'child',
          birthDate: '2018-01-01',
          home: jingHome(),
          consent: 'guardian',
        })
        const theirs = { forResident: child.id }
        const forOthers = may.forOthers ?? []
        await doors(name, [
          [parent, 'open', theirs],
          ['o-resident', 'NotAllowed', theirs],
          ['o-resident', 'NotAllowed', { forResident: 'dl_pnobody' }],
          ['o-resident', 'NotAllowed', { forResident: 'ot_padmin' }],
          ...staffRoles.flatMap((role) => [
            [
              roleAt(role, places.jing),
              forOthers.includes(role) ? 'open' : 'NotAllowed',
              theirs,
            ] as const,
            [roleAt(role, places.chun), 'NotAllowed', theirs] as const,
          ]),
        ])
      })

    if (may.who === 'staff' || may.who === 'display')
      it('finds nothing of another centre', async () => {
        const input = table[name]!.input(things)
        const theirs = JSON.parse(JSON.stringify(input).replaceAll('"dl_', '"ot_')) as object
        if (JSON.stringify(theirs) === JSON.stringify(input)) return
        const role = may.roles.find((one) => !but.includes(one)) ?? 'admin'
        expect(await outcome(roleAt(role, places.centre), name, theirs)).not.toBe('ok')
      })
  })

  it('opens a screen on the wall by its link alone, for its one activity, until it is revoked', async () => {
    const staff = as(cloud, centreContract, staffOf.jingStaff)
    const { token, display } = await staff('issueDisplay', {
      shows: 'checkIn',
      thing: things.activity,
    })
    const show = (activity: string, link: string) =>
      outcome(null, 'activities.checkInCode', { activity }, { event: { display: link } })
    expect(await show(things.activity, token)).toBe('ok')
    expect(await show(things.called, token)).toBe('NotAllowed')
    expect(await show(things.activity, 'no-such-link')).toBe('NotSignedIn')
    expect(
      await outcome(
        null,
        'activities.roster',
        { activity: things.activity },
        { event: { display: token } },
      ),
    ).toBe('NotSignedIn')
    await staff('revokeDisplay', { display })
    expect(await show(things.activity, token)).toBe('NotSignedIn')
  })

  it.each([
    [
      'a timer',
      { Type: 'Timer', TriggerName: 'everyFiveMinutes', Time: '2026-11-21T00:00:00Z', Message: '' },
    ],
    [
      'a payment callback',
      { returnCode: 'SUCCESS', resultCode: 'SUCCESS', outTradeNo: 'o1', totalFee: 1 },
    ],
    [
      'a media callback',
      { MsgType: 'event', Event: 'wxa_media_check', result: { suggest: 'pass' } },
    ],
  ])('takes no phone for %s', async (_what, event) => {
    for (const openid of [null, 'o-resident'])
      for (const { module } of contracts) {
        const envelope = await cloud.call<Envelope>(openid, module, event)
        // Whoever says that something was paid, WeChat is asked; and it knows of nothing.
        if (module === 'canteen' && 'outTradeNo' in event) expect(envelope).toEqual({ errcode: 0 })
        else expect(envelope).toMatchObject({ ok: false, error: { code: 'InvalidInput' } })
      }
    for (const openid of [null, 'o-resident', staffOf.admin])
      expect(await cloud.call<Envelope>(openid, 'jobs', event)).toMatchObject({
        ok: false,
        error: { code: 'NotAllowed' },
      })
  })
})
