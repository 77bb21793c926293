import * as v from 'valibot'
import { audienceTag, home } from './residents'
import { contract, residentOr, staff, visitor } from './shared/contract'
import {
  cursor,
  id,
  idempotencyKey as key,
  instant,
  line,
  page,
  text,
  whole,
} from './shared/fields'
import { mostOpen, mostOther, mostQuestions, mostWords } from './shared/surveyLimits'

/** The name of a question, an option, a row or a column within its survey; kept from version to version. */
const word = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{0,9}$/))

/** What a question asks for: one option, several, a number, words, or one option in each row. */
export const questionKinds = ['single', 'multiple', 'scale', 'text', 'matrix'] as const

/** An option, a row or a column. */
const named = v.object({ id: word, words: text(40) })

const asked = {
  id: word,
  words: text(80),
  hint: text(80),
  /** A heading: a new page begins with this question. */
  section: text(20),
  required: v.boolean(),
  /** Asked only where an earlier question was answered by one of these: options, or numbers of a scale. */
  showIf: v.nullable(
    v.object({
      question: word,
      anyOf: v.pipe(v.array(v.pipe(v.string(), v.maxLength(10))), v.maxLength(20)),
    }),
  ),
}

const options = v.pipe(v.array(named), v.maxLength(12))

/** A question as staff write it: what is still missing is said when it is published. */
const question = v.variant('kind', [
  v.object({ ...asked, kind: v.literal('single'), options, other: v.boolean() }),
  v.object({
    ...asked,
    kind: v.literal('multiple'),
    options,
    other: v.boolean(),
    least: whole(0, 13),
    most: whole(1, 13),
  }),
  v.object({
    ...asked,
    kind: v.literal('scale'),
    from: whole(0, 1),
    to: whole(2, 10),
    low: text(10),
    high: text(10),
  }),
  v.object({ ...asked, kind: v.literal('text') }),
  v.object({
    ...asked,
    kind: v.literal('matrix'),
    rows: v.pipe(v.array(named), v.maxLength(10)),
    columns: v.pipe(v.array(named), v.maxLength(6)),
  }),
])

const target = v.object({
  /** Whoever lives below it is asked. */
  node: id,
  fromAge: v.nullable(whole(0, 120)),
  toAge: v.nullable(whole(0, 120)),
  /** One of them is enough; none for everybody. */
  tags: v.pipe(v.array(audienceTag), v.maxLength(11)),
})

/** Once for each person, or once for each household. */
export const pers = ['person', 'household'] as const

export const surveyDraft = v.object({
  title: line(30),
  about: text(300),
  target,
  per: v.picklist(pers),
  anonymous: v.boolean(),
  /** Until it closes, whoever answered may answer anew. Never with an anonymous one: nobody knows which answer is whose. */
  mayChange: v.boolean(),
  opens: v.nullable(instant),
  closes: v.nullable(instant),
  questions: v.pipe(v.array(question), v.maxLength(mostQuestions)),
})

/** What somebody answered to one question. */
const answer = v.variant('kind', [
  v.object({
    kind: v.literal('single'),
    option: word,
    other: v.optional(text(mostOther)),
  }),
  v.object({
    kind: v.literal('multiple'),
    options: v.pipe(v.array(word), v.maxLength(13)),
    other: v.optional(text(mostOther)),
  }),
  v.object({ kind: v.literal('scale'), value: whole(0, 10) }),
  v.object({ kind: v.literal('text'), text: text(mostWords) }),
  v.object({
    kind: v.literal('matrix'),
    /** Row → column. */
    cells: v.pipe(
      v.record(word, word),
      v.check((cells) => Object.keys(cells).length <= 10),
    ),
  }),
])

/** Question → answer. */
const answers = v.pipe(
  v.record(word, answer),
  v.check((all) => Object.keys(all).length <= mostQuestions),
)

/** A published survey as lists show it. */
const head = v.object({
  id,
  title: v.string(),
  about: v.string(),
  questions: v.number(),
  per: v.picklist(pers),
  anonymous: v.boolean(),
  mayChange: v.boolean(),
  opens: instant,
  closes: instant,
  version: v.number(),
})

/** That it was answered already: when, and by whom. */
const given = v.object({ at: instant, by: v.string() })

/** Somebody a survey can be answered for. */
const whom = v.object({ id, name: v.string(), self: v.boolean() })

const open = v.object({
  survey: head,
  whom: v.array(whom),
  /** It can be answered now. */
  isOpen: v.boolean(),
  /** Its results can be read. */
  released: v.boolean(),
})

const toFill = v.object({
  survey: head,
  questions: v.array(question),
  person: v.object({ ...whom.entries, given: v.nullable(given) }),
  isOpen: v.boolean(),
  /** What was answered before, where it may still be changed: for who answered, and for who gave it in their place. */
  before: v.nullable(answers),
})

const surveyState = v.picklist(['draft', 'coming', 'open', 'closed'])

/** A survey as staff see it in a list. */
const forStaff = v.object({
  id,
  title: v.string(),
  state: surveyState,
  node: id,
  nodeName: v.string(),
  per: v.picklist(pers),
  anonymous: v.boolean(),
  opens: v.nullable(instant),
  closes: v.nullable(instant),
  version: v.number(),
  /** Answers counted by now. */
  answers: v.number(),
  /** People or households it is for, as of the last count; null before the first. */
  audience: v.nullable(v.number()),
  released: v.boolean(),
})

const written = v.object({
  ...forStaff.entries,
  draft: surveyDraft,
  /** Of the draft as it was read: who saves an older one changes nothing. */
  rev: v.number(),
  /** The draft differs from what was published last. */
  changed: v.boolean(),
  /** What residents read with the results. */
  summary: v.string(),
})

/** Who answers at a door: somebody on record, a household by its door, or somebody nobody knows, of a building. */
const atDoor = v.variant('kind', [
  v.object({ kind: v.literal('person'), person: id }),
  v.object({ kind: v.literal('home'), home }),
  v.object({ kind: v.literal('nobody'), building: id }),
])

export const visitOutcomes = ['notHome', 'refused', 'later'] as const

/** A line of the list for the door: one person, with the household they are of. */
const doorLine = v.object({
  person: id,
  name: v.string(),
  birthYear: v.nullable(v.number()),
  household: v.nullable(id),
  homeName: v.nullable(v.string()),
  building: v.nullable(id),
  buildingName: v.nullable(v.string()),
  given: v.nullable(given),
  visit: v.nullable(
    v.object({ outcome: v.picklist(visitOutcomes), at: instant, times: v.number() }),
  ),
})

/** Made without a network: the moment it was said, and what tells it from its copy. */
const madeAt = { scannedAt: v.optional(instant), nonce: v.optional(key) }

const counted = v.object({ id: v.string(), words: v.string(), count: v.number() })

/** The figures of one question. `answered` is how many answered it. */
const figures = v.object({
  id: v.string(),
  number: v.number(),
  kind: v.picklist(questionKinds),
  words: v.string(),
  answered: v.number(),
  /** Options with their counts, in their order; numbers of a scale likewise; none for words. */
  options: v.array(counted),
  /** Of a scale; null without an answer. */
  mean: v.nullable(v.number()),
  /** Of a matrix: each row with the counts of its columns. */
  rows: v.array(v.object({ id: v.string(), words: v.string(), columns: v.array(counted) })),
  /** Words were written: staff read them on a page of their own. */
  texts: v.number(),
})

const slice = v.object({
  id: v.string(),
  kind: v.picklist(['age', 'community']),
  /** Null where it is not known. */
  label: v.nullable(v.string()),
  answers: v.number(),
})

const results = v.object({
  survey: head,
  state: surveyState,
  versions: v.array(v.object({ version: v.number(), at: instant, answers: v.number() })),
  /** Of the version, or all together; of the slice, or everybody. */
  answers: v.number(),
  /** Answers of people and households on record, against how many it is for. */
  onRecord: v.number(),
  audience: v.nullable(v.number()),
  countedAt: v.nullable(instant),
  /** Why no figures of an anonymous survey are shown: it is open, answers from doors may come, or too few to hide who said what. */
  withheld: v.nullable(v.picklist(['open', 'late', 'few'])),
  /** From when they are, where answers may still come. */
  shownFrom: v.nullable(instant),
  questions: v.array(figures),
  slices: v.array(slice),
  summary: v.string(),
  released: v.boolean(),
})

const orStaff = residentOr('gridWorker', 'communityStaff', 'centreStaff')
const writers = staff('communityStaff', 'centreStaff')
const doors = staff('gridWorker', 'communityStaff', 'centreStaff')
const forResident = v.optional(id)
const done = v.object({})

/** What keeps an answer from being taken. */
const answerErrors = [
  'NotOpenYet',
  'Closed',
  'NotForThem',
  'HomeNeeded',
  'AlreadyAnswered',
  'AnswerMissing',
  'AnswerWrong',
  'TextRefused',
] as const

export const surveys = contract('surveys', {
  /** Surveys for me and those I act for, or for one person; then those whose results can be read. */
  list: {
    may: orStaff,
    act: 'read',
    input: v.object({ forResident }),
    output: v.object({ items: v.array(open) }),
    errors: [],
  },

  /** Who of them answered some of these already. */
  given: {
    may: orStaff,
    act: 'read',
    input: v.object({ forResident, surveys: v.pipe(v.array(id), v.maxLength(mostOpen)) }),
    output: v.object({
      items: v.array(v.object({ survey: id, person: id, ...given.entries })),
    }),
    errors: [],
  },

  /** One survey with its questions, for one person. */
  survey: {
    may: orStaff,
    act: 'read',
    input: v.object({ forResident, survey: id }),
    output: toFill,
    errors: ['NotForThem', 'BirthDateNeeded', 'HomeNeeded'],
  },

  /** Answers it, once for the person or the household; anew where it may be changed. */
  answer: {
    may: orStaff,
    act: 'change',
    input: v.object({ key, forResident, survey: id, version: whole(1, 99), answers }),
    output: v.object({ given }),
    errors: [...answerErrors, 'BirthDateNeeded'],
  },

  /** What residents may read of the results. */
  released: {
    may: visitor,
    act: 'read',
    input: v.object({ survey: id }),
    output: v.object({
      survey: head,
      summary: v.string(),
      answers: v.number(),
      questions: v.array(figures),
    }),
    errors: [],
  },

  /** Surveys of the caller's nodes, the last changed first. */
  listForStaff: {
    may: doors,
    act: 'read',
    input: v.object({
      view: v.optional(v.picklist(['draft', 'open', 'closed']), 'open'),
      after: v.optional(cursor),
    }),
    output: page(forStaff),
    errors: [],
  },

  /** One survey as staff write it. */
  draft: {
    may: doors,
    act: 'read',
    input: v.object({ survey: id }),
    output: written,
    errors: [],
  },

  saveDraft: {
    may: writers,
    act: 'change',
    input: v.object({
      key,
      survey: v.optional(id),
      /** Of the draft as it was read. */
      rev: v.optional(whole(0, 1_000_000)),
      draft: surveyDraft,
    }),
    output: written,
    errors: ['ChangedMeanwhile', 'StaysAsItWas', 'SensitiveTag', 'Closed'],
  },

  /** Makes what is written the next version: it never changes. */
  publish: {
    may: writers,
    act: 'change',
    input: v.object({ key, survey: id, rev: whole(0, 1_000_000) }),
    output: written,
    errors: [
      'ChangedMeanwhile',
      'StaysAsItWas',
      'SensitiveTag',
      'NothingChanged',
      'QuestionsMissing',
      'QuestionIncomplete',
      'BranchWrong',
      'TooMuchToCount',
      'TimesWrong',
      'AgesWrong',
      'AnonymousStays',
      'TooManyOpen',
      'TooManyVersions',
      'Closed',
      'TextRefused',
      'CheckAway',
    ],
  },

  /** Ends it before its time. */
  close: {
    may: writers,
    act: 'change',
    input: v.object({ key, survey: id }),
    output: written,
    errors: ['NotPublished'],
  },

  /** All that is needed at doors without a network: the questions, and the buildings of the caller's nodes. */
  door: {
    may: doors,
    act: 'read',
    input: v.object({ survey: id }),
    output: v.object({
      survey: head,
      questions: v.array(question),
      buildings: v.array(v.object({ id, label: v.string() })),
    }),
    errors: [],
  },

  /** Whom it is for below the caller's nodes, a hundred at a time, with who answered and what came of visits. */
  doorList: {
    may: doors,
    act: 'read',
    input: v.object({ survey: id, after: v.optional(cursor) }),
    output: page(doorLine),
    errors: ['SensitiveTag'],
  },

  /** An answer taken at a door, also one that waited on the phone for the network. */
  answerAtDoor: {
    may: doors,
    act: 'change',
    input: v.object({ key, survey: id, version: whole(1, 99), of: atDoor, answers, ...madeAt }),
    output: v.object({ given }),
    errors: [...answerErrors, 'RoomNeeded', 'TooOld', 'SensitiveTag'],
  },

  /** Nobody was at home, or they would rather not, or another time. */
  visit: {
    may: doors,
    act: 'change',
    input: v.object({
      key,
      survey: id,
      of: atDoor,
      outcome: v.picklist(visitOutcomes),
      ...madeAt,
    }),
    output: done,
    errors: ['RoomNeeded', 'SensitiveTag', 'NotForThem', 'HomeNeeded'],
  },

  /** Counts and shares: of one version or all, of one slice or everybody. */
  results: {
    may: writers,
    act: 'read',
    input: v.object({
      survey: id,
      version: v.optional(whole(1, 99)),
      slice: v.optional(v.pipe(v.string(), v.maxLength(80))),
    }),
    output: results,
    errors: [],
  },

  /** What people wrote to one question; whose, where they gave their names. */
  texts: {
    may: writers,
    act: 'read',
    input: v.object({ survey: id, question: word, after: v.optional(cursor) }),
    output: page(
      v.object({
        id,
        words: v.string(),
        name: v.nullable(v.string()),
        /** WeChat's check was out of order when it came. */
        unchecked: v.boolean(),
      }),
    ),
    errors: [],
  },

  /** Lets residents read the figures, with a few words; or takes that back. */
  release: {
    may: writers,
    act: 'change',
    input: v.object({ key, survey: id, released: v.boolean(), words: text(300) }),
    output: done,
    errors: ['StillOpen', 'AnswersMayCome', 'TooFew', 'TextRefused', 'CheckAway'],
  },

  exportResults: {
    may: writers,
    act: 'change',
    input: v.object({ key, survey: id }),
    output: v.object({ url: v.string() }),
    errors: ['StillOpen', 'AnswersMayCome', 'TooFew', 'TooManyAnswers', 'SensitiveTag'],
  },
})

export type SurveyDraft = v.InferOutput<typeof surveyDraft>
export type SurveyQuestion = v.InferOutput<typeof question>
export type QuestionKind = (typeof questionKinds)[number]
export type SurveyTarget = v.InferOutput<typeof target>
export type SurveyAnswer = v.InferOutput<typeof answer>
export type SurveyAnswers = v.InferOutput<typeof answers>
export type SurveyHead = v.InferOutput<typeof head>
export type SurveyState = v.InferOutput<typeof surveyState>
export type SurveyForStaff = v.InferOutput<typeof forStaff>
export type SurveyWhole = v.InferOutput<typeof written>
export type SurveyToFill = v.InferOutput<typeof toFill>
export type SurveyGiven = v.InferOutput<typeof given>
export type SurveyWhom = v.InferOutput<typeof whom>
export type OpenSurvey = v.InferOutput<typeof open>
export type AtDoor = v.InferOutput<typeof atDoor>
export type DoorLine = v.InferOutput<typeof doorLine>
export type VisitOutcome = (typeof visitOutcomes)[number]
export type SurveyFigures = v.InferOutput<typeof figures>
export type SurveyResults = v.InferOutput<typeof results>
export type SurveySlice = v.InferOutput<typeof slice>
