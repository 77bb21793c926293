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
  personName,
  phone,
} from './shared/fields'
import { staffRole } from './shared/roles'

/** Where a person lives: a building of the organisation tree, then unit and room as written on the door. */
export const home = v.object({
  building: id,
  unit: v.optional(line(10)),
  room: v.optional(line(10)),
})

export const relation = v.picklist([
  'child',
  'parent',
  'spouse',
  'grandparent',
  'grandchild',
  'other',
])

/** What shows that somebody lives here: 户籍, 产权, 租住, 居住证. */
export const residencyBasis = v.picklist(['household', 'ownership', 'tenancy', 'permit'])

/** The kind of paper staff saw. No number of it is stored anywhere. */
export const documentSeen = v.picklist(['idCard', 'householdBook', 'deed', 'lease', 'permit'])

/** Groups of people that a service may be for. Those of `sensitiveTags` need separate consent. */
export const audienceTags = [
  'elder',
  'child',
  'jobless',
  'courier',
  'veteran',
  'woman',
  'partyMember',
  'livesAlone',
  'disabled',
  'chronicIllness',
  'lowIncome',
] as const
export const audienceTag = v.picklist(audienceTags)
export const sensitiveTags: readonly (typeof audienceTags)[number][] = [
  'child',
  'partyMember',
  'disabled',
  'chronicIllness',
  'lowIncome',
]

/** What a person may agree to, each separately and each to be taken back. */
export const consentPurposes = [
  'privacyPolicy',
  'actFor',
  'guardian',
  'sensitiveTag',
  'callList',
  'photos',
  'volunteerMinor',
  'talentDirectory',
  'showContact',
  'honours',
] as const
export const consentPurpose = v.picklist(consentPurposes)

export const nodeKinds = ['centre', 'community', 'grid', 'microgrid', 'building'] as const
export const nodeKind = v.picklist(nodeKinds)

const verification = v.object({
  until: day,
  on: day,
  basis: residencyBasis,
})

/** A person as they see themselves. */
export const myPerson = v.object({
  id,
  name: v.string(),
  phone: v.nullable(v.string()),
  birthDate: v.nullable(v.string()),
  age: v.nullable(v.number()),
  home: v.nullable(home),
  homeName: v.nullable(v.string()),
  emergencyContact: v.nullable(v.object({ name: v.string(), phone: v.string() })),
  verification: v.nullable(verification),
  tags: v.array(v.object({ tag: audienceTag, until: v.nullable(v.string()) })),
})

export const dependant = v.object({
  ...myPerson.entries,
  relation,
  /** Has a phone and a record of their own; only they change it. */
  ownPhone: v.boolean(),
  /** The 14th birthday of a child I act for as the guardian: from that day they agree themselves. */
  guardedUntil: v.nullable(v.string()),
})

const roleHeld = v.object({
  role: staffRole,
  node: id,
  nodeName: v.string(),
  until: v.nullable(instant),
})

/** Somebody who may act for me, or wants to. */
const actor = v.object({ id, name: v.string(), relation, since: instant })

const me = v.object({
  person: v.nullable(myPerson),
  dependants: v.array(dependant),
  roles: v.array(roleHeld),
  /** Children who turned 14 on that day: I no longer act for them until they agree themselves. */
  outgrown: v.array(v.object({ id, name: v.string(), relation, since: day })),
  /** Who may act for me. */
  actingForMe: v.array(actor),
  /** Who asked to act for me and waits for my answer. */
  askingToAct: v.array(actor),
  /** The day my data are erased, when I asked for it. */
  erasedOn: v.nullable(v.string()),
})

/** A person as staff of their node see them. */
export const personForStaff = v.object({
  id,
  name: v.string(),
  phoneMasked: v.nullable(v.string()),
  birthDate: v.nullable(v.string()),
  age: v.nullable(v.number()),
  home: v.nullable(home),
  homeName: v.nullable(v.string()),
  verification: v.nullable(
    v.object({ ...verification.entries, by: v.string(), document: documentSeen }),
  ),
  revoked: v.nullable(v.object({ on: day, reason: v.string() })),
  tags: v.array(v.object({ tag: audienceTag, until: v.nullable(v.string()) })),
  hasPhone: v.boolean(),
  /** The day the person's data are erased, when that was asked for. */
  erasedOn: v.nullable(v.string()),
  /** Before whom somebody without a phone asked for it, and how. */
  eraseWish: v.nullable(
    v.object({ said: v.picklist(['spoken', 'signedForm']), by: v.string(), on: day }),
  ),
  cards: v.array(v.object({ id, kind: v.picklist(['phone', 'paper']), issuedAt: instant })),
})

const personLine = v.object({
  id,
  name: v.string(),
  /** To tell namesakes apart. */
  birthYear: v.nullable(v.number()),
  homeName: v.nullable(v.string()),
  verifiedUntil: v.nullable(v.string()),
})

const node = v.object({
  id,
  kind: nodeKind,
  name: v.string(),
  parent: v.nullable(id),
  owner: v.nullable(v.object({ id, name: v.string() })),
  deputy: v.nullable(v.object({ id, name: v.string() })),
  awayUntil: v.nullable(instant),
})

const forResident = v.optional(id)
const done = v.object({})

const serviceStaff = staff('gridWorker', 'communityStaff', 'centreStaff')
const orServiceStaff = residentOr('gridWorker', 'communityStaff', 'centreStaff')

export const residents = contract('residents', {
  /** Who I am here: answers also before the first sign-in. */
  me: { may: visitor, act: 'read', input: v.object({}), output: me, errors: [] },

  /** The first sign-in: a name, and the policy that was read. Everything else is asked when it is needed. */
  signIn: {
    may: visitor,
    act: 'change',
    input: v.object({ key, name: personName, policy: line(20) }),
    output: me,
    errors: ['UnknownCentre'],
  },

  updateProfile: {
    may: orServiceStaff,
    act: 'change',
    input: v.object({
      key,
      forResident,
      name: v.optional(personName),
      birthDate: v.optional(v.nullable(day)),
      phone: v.optional(v.nullable(phone)),
      home: v.optional(v.nullable(home)),
      emergencyContact: v.optional(v.nullable(v.object({ name: personName, phone }))),
    }),
    output: myPerson,
    errors: [
      'VerifiedBirthDate',
      'VerifiedHome',
      'BirthDateInFuture',
      'BirthDateNeeded',
      'UnknownBuilding',
      'OwnPhone',
    ],
  },

  /** The number WeChat knows, by the code its button gave. */
  bindPhone: {
    may: resident,
    act: 'change',
    input: v.object({ key, code: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
    output: v.object({ phone: v.string() }),
    errors: ['PhoneCodeExpired'],
  },

  /** A child or an elder without a phone. Under 14 the guardian agrees; else the person said yes to it. */
  addDependant: {
    may: resident,
    act: 'change',
    input: v.object({
      key,
      name: personName,
      relation,
      birthDate: v.optional(day),
      home: v.optional(home),
      consent: v.picklist(['guardian', 'spoken']),
    }),
    output: dependant,
    errors: [
      'GuardianConsentNeeded',
      'BirthDateNeeded',
      'BirthDateInFuture',
      'UnknownBuilding',
      'TooManyDependants',
    ],
  },

  removeDependant: {
    may: resident,
    act: 'change',
    input: v.object({ key, dependant: id }),
    output: done,
    errors: [],
  },

  /** Ask somebody with a phone of their own for leave to act for them, by the member code they showed. */
  askToAct: {
    may: resident,
    act: 'change',
    input: v.object({ key, card: id, relation }),
    output: v.object({ name: v.string() }),
    errors: ['CardUnknown', 'ThatIsYou', 'AlreadyActing', 'NoPhone'],
  },

  answerActor: {
    may: resident,
    act: 'change',
    input: v.object({ key, actor: id, allow: v.boolean() }),
    output: done,
    errors: ['TooManyDependants'],
  },

  /** Takes back the leave to act for me. */
  endActing: {
    may: resident,
    act: 'change',
    input: v.object({ key, actor: id }),
    output: done,
    errors: [],
  },

  /** A person without a phone agreed, before staff, that a relative with one acts for them. */
  allowActor: {
    may: serviceStaff,
    act: 'change',
    input: v.object({
      key,
      person: id,
      actor: id,
      relation,
      consent: v.picklist(['spoken', 'signedForm']),
    }),
    output: done,
    errors: ['SamePerson', 'NotYourself', 'NoPhone', 'TooManyDependants'],
  },

  /** My member code: opaque, and the same on my phone until I renew it. */
  memberCode: {
    may: residentOr(),
    act: 'read',
    input: v.object({ forResident }),
    output: v.object({ card: id, name: v.string() }),
    errors: [],
  },

  /** Makes my shown code worthless and gives a new one. */
  renewMemberCode: {
    may: residentOr(),
    act: 'change',
    input: v.object({ key, forResident }),
    output: v.object({ card: id, name: v.string() }),
    errors: [],
  },

  /** A first phone takes over the record of a paper card: the details must be those on record. */
  takeOverRecord: {
    may: visitor,
    act: 'change',
    input: v.object({ key, card: id, name: personName, birthDate: day, policy: line(20) }),
    output: me,
    errors: [
      'CardUnknown',
      'DetailsDoNotMatch',
      'TooManyTries',
      'AlreadySignedIn',
      'RecordHasPhone',
    ],
  },

  consents: {
    may: resident,
    act: 'read',
    input: v.object({}),
    output: v.object({
      items: v.array(
        v.object({
          id,
          purpose: consentPurpose,
          version: v.string(),
          about: v.nullable(v.string()),
          givenAt: instant,
          until: v.nullable(instant),
          withdrawnAt: v.nullable(instant),
        }),
      ),
    }),
    errors: [],
  },

  giveConsent: {
    may: resident,
    act: 'change',
    input: v.object({ key, purpose: consentPurpose, version: line(20) }),
    output: done,
    errors: [],
  },

  withdrawConsent: {
    may: resident,
    act: 'change',
    input: v.object({ key, consent: id }),
    output: done,
    errors: [],
  },

  /** All that is stored about me, as a JSON file to keep; the address works for a day. Names in it what time cut short. */
  exportMyData: {
    may: resident,
    act: 'change',
    input: v.object({ key }),
    output: v.object({ url: v.string(), complete: v.boolean() }),
    errors: [],
  },

  /** Name, phone, birth date, address and pictures go on the day named; until then it can be taken back. */
  deleteMyAccount: {
    may: resident,
    act: 'change',
    input: v.object({ key }),
    output: v.object({ erasedOn: day }),
    errors: ['LastAdmin'],
  },

  keepMyAccount: {
    may: resident,
    act: 'change',
    input: v.object({ key }),
    output: done,
    errors: [],
  },

  /** Communities and buildings to choose a home from; one level below `under`. */
  listPlaces: {
    may: visitor,
    act: 'read',
    input: v.object({ under: v.optional(id) }),
    output: v.object({ items: v.array(v.object({ id, kind: nodeKind, name: v.string() })) }),
    errors: [],
  },

  /** By name or part of it, last digits of the phone, or building and room; only people of the caller's nodes. */
  findPeople: {
    // An admin looks for whoever is to be given a role, the canteen and the shop for who comes without a card.
    may: staff(
      'gridWorker',
      'communityStaff',
      'centreStaff',
      'canteenStaff',
      'keeper',
      'operator',
      'admin',
    ),
    act: 'read',
    input: v.object({ text: line(20), after: v.optional(cursor) }),
    output: page(personLine),
    errors: [],
  },

  personByCard: {
    may: staff('gridWorker', 'communityStaff', 'centreStaff', 'canteenStaff', 'keeper', 'operator'),
    act: 'read',
    input: v.object({ card: id }),
    output: personLine,
    errors: ['CardUnknown'],
  },

  getPerson: {
    may: serviceStaff,
    act: 'read',
    input: v.object({ person: id }),
    output: personForStaff,
    errors: [],
  },

  /** Staff enter somebody who has no phone. */
  registerPerson: {
    may: serviceStaff,
    act: 'change',
    input: v.object({
      key,
      name: personName,
      birthDate: v.optional(day),
      phone: v.optional(phone),
      home,
    }),
    output: personForStaff,
    errors: ['BirthDateInFuture', 'UnknownBuilding'],
  },

  /** Confirmed on site: the birth date on the document becomes the one that counts. */
  verifyResidency: {
    may: serviceStaff,
    act: 'change',
    input: v.object({
      key,
      person: id,
      basis: residencyBasis,
      document: documentSeen,
      birthDate: day,
      home,
      until: day,
    }),
    output: personForStaff,
    errors: ['UntilInPast', 'UntilTooFar', 'BirthDateInFuture', 'UnknownBuilding', 'NotYourself'],
  },

  revokeVerification: {
    may: serviceStaff,
    act: 'change',
    input: v.object({ key, person: id, reason: line(100) }),
    output: personForStaff,
    errors: ['NotVerified'],
  },

  /** Somebody without a phone said, or signed, before staff that their data are to go; as `deleteMyAccount`. */
  deleteAccountFor: {
    may: staff('communityStaff', 'centreStaff'),
    act: 'change',
    input: v.object({ key, person: id, wish: v.picklist(['spoken', 'signedForm']) }),
    output: v.object({ erasedOn: day }),
    errors: ['OwnPhone', 'NotYourself', 'LastAdmin'],
  },

  /** They thought better of it. */
  keepAccountFor: {
    may: staff('communityStaff', 'centreStaff'),
    act: 'change',
    input: v.object({ key, person: id }),
    output: done,
    errors: ['OwnPhone', 'NotYourself'],
  },

  /** A paper member card to print: large name and an opaque code. Earlier paper cards stop working. */
  issueCard: {
    may: serviceStaff,
    act: 'change',
    input: v.object({ key, person: id }),
    output: v.object({ card: id, name: v.string() }),
    errors: [],
  },

  revokeCard: {
    may: serviceStaff,
    act: 'change',
    input: v.object({ key, person: id, card: id }),
    output: done,
    errors: [],
  },

  /** Records that may be of one person: same name, and same birth date or home. */
  listDoubles: {
    may: staff('communityStaff', 'centreStaff'),
    act: 'read',
    input: v.object({ after: v.optional(cursor) }),
    output: page(
      v.object({ id, a: personLine, b: personLine, why: v.picklist(['birthDate', 'home']) }),
    ),
    errors: [],
  },

  /** `merge` becomes part of `keep`; its history stays, and every limit counts the one person. */
  mergePeople: {
    may: staff('communityStaff', 'centreStaff'),
    act: 'change',
    input: v.object({ key, keep: id, merge: id }),
    output: personForStaff,
    errors: ['SamePerson', 'BothHavePhones'],
  },

  dismissDouble: {
    may: staff('communityStaff', 'centreStaff'),
    act: 'change',
    input: v.object({ key, double: id }),
    output: done,
    errors: [],
  },

  /** Sensitive tags need the consent of the person (purpose and until); all lapse after a year at most. */
  setTag: {
    may: serviceStaff,
    act: 'change',
    input: v.object({
      key,
      person: id,
      tag: audienceTag,
      until: v.optional(day),
      consent: v.optional(v.picklist(['signedForm'])),
    }),
    output: personForStaff,
    errors: ['ConsentNeeded', 'UntilInPast', 'UntilTooFar'],
  },

  removeTag: {
    may: serviceStaff,
    act: 'change',
    input: v.object({ key, person: id, tag: audienceTag }),
    output: personForStaff,
    errors: [],
  },

  /** The organisation tree below a node, with owners. */
  listNodes: {
    may: staff('communityStaff', 'centreStaff', 'admin'),
    act: 'read',
    input: v.object({ under: v.optional(id) }),
    output: v.object({ items: v.array(node) }),
    errors: [],
  },

  saveNode: {
    may: staff('admin'),
    act: 'change',
    input: v.object({
      key,
      node: v.optional(id),
      kind: nodeKind,
      parent: id,
      name: line(30),
    }),
    output: node,
    errors: ['WrongLevel'],
  },

  /** The owner of a node, and the deputy who acts while the owner is away. */
  setOwner: {
    may: staff('centreStaff', 'admin'),
    act: 'change',
    input: v.object({
      key,
      node: id,
      owner: v.nullable(id),
      deputy: v.nullable(id),
    }),
    output: node,
    errors: ['NotStaffThere'],
  },

  setAway: {
    may: staff('gridWorker', 'communityStaff', 'centreStaff', 'admin'),
    act: 'change',
    input: v.object({ key, node: id, until: v.nullable(instant) }),
    output: node,
    errors: ['NoDeputy', 'UntilInPast'],
  },

  listRoles: {
    may: staff('centreStaff', 'admin'),
    act: 'read',
    input: v.object({ node: id }),
    output: v.object({
      items: v.array(
        v.object({ person: id, name: v.string(), role: staffRole, until: v.nullable(instant) }),
      ),
    }),
    errors: [],
  },

  grantRole: {
    may: staff('admin'),
    act: 'change',
    input: v.object({ key, person: id, role: staffRole, node: id, until: v.optional(instant) }),
    output: done,
    errors: ['NoPhone', 'UntilInPast'],
  },

  revokeRole: {
    may: staff('admin'),
    act: 'change',
    input: v.object({ key, person: id, role: staffRole, node: id }),
    /** Nodes the person answered for with that role, and that nobody owns now. */
    output: v.object({ unowned: v.array(v.object({ id, name: v.string() })) }),
    errors: ['LastAdmin'],
  },
})

export type MyPerson = v.InferOutput<typeof myPerson>
export type PersonForStaff = v.InferOutput<typeof personForStaff>
export type PersonLine = v.InferOutput<typeof personLine>
export type AudienceTag = v.InferOutput<typeof audienceTag>
export type NodeKind = v.InferOutput<typeof nodeKind>
export type Home = v.InferOutput<typeof home>
export type Relation = v.InferOutput<typeof relation>
export type ResidencyBasis = v.InferOutput<typeof residencyBasis>
export type DocumentSeen = v.InferOutput<typeof documentSeen>
export type ConsentPurpose = v.InferOutput<typeof consentPurpose>
export type MyDependant = v.InferOutput<typeof dependant>
export type Me = v.InferOutput<typeof me>
export type OrganisationNode = v.InferOutput<typeof node>

/** Household cap of dependants one phone may hold. */
export const mostDependants = 12
